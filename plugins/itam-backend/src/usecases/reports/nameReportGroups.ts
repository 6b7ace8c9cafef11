import { NONE } from '../../stores/queries/costSums';
import { readKnownRefs } from '../../stores/queries/knownRefs';
import { readSupplierTitles } from '../../stores/suppliers/supplierTitles';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { ReportGroups, type ReportGroup } from './reportGroups';

/** What a report's lines are made of. */
export type ReportDimension =
  | 'class'
  | 'owner'
  | 'cost-center'
  | 'supplier'
  | 'record';

/** A line with its name. */
export interface NamedReportGroup extends ReportGroup {
  /** Set when the key is a record or a catalog entity. */
  ref?: string;
}

const HIDDEN = 'hidden';

const noneTitles: Readonly<Record<ReportDimension, string>> = {
  class: 'Without class',
  owner: 'Without owner',
  'cost-center': 'Without cost centre',
  supplier: 'Without supplier',
  record: 'Without record',
};

/**
 * Gives lines the names the caller may see; owners they may not see become one
 * line per currency.
 */
export async function nameReportGroups(
  deps: ReadDeps,
  context: ReadContext,
  by: ReportDimension,
  groups: readonly ReportGroup[],
): Promise<NamedReportGroup[]> {
  if (by === 'record') {
    return groups.map(group => ({ ...group, ref: group.key }));
  }
  const suppliers =
    by === 'supplier'
      ? await readSupplierTitles(
          deps.knex,
          groups.map(({ key }) => key),
        )
      : new Map<string, string>();
  const titleOf = ({ key }: ReportGroup) =>
    key === NONE ? noneTitles[by] : suppliers.get(key) ?? key;
  if (by !== 'owner') {
    return groups.map(group => ({ ...group, title: titleOf(group) }));
  }
  const refs = groups.map(group => group.key).filter(key => key !== NONE);
  const [names, inCatalog] = await Promise.all([
    deps.labels.load(refs, context.credentials),
    readKnownRefs(deps.knex, refs),
  ]);
  const shown: NamedReportGroup[] = [];
  const hidden = new ReportGroups();
  for (const group of groups) {
    const { key } = group;
    const title = names.titles.get(key);
    if (key === NONE) {
      shown.push({ ...group, title: titleOf(group) });
    } else if (title === undefined && names.answered && inCatalog.has(key)) {
      hidden.addGroup({
        ...group,
        key: HIDDEN,
        title: 'Owners you may not see',
      });
    } else {
      shown.push({ ...group, title: title ?? key, ref: key });
    }
  }
  return [...shown, ...hidden.sorted()];
}

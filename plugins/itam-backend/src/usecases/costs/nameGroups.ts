import type { CostGroup } from '@backstage-itam/plugin-itam-common';
import { NONE, UNALLOCATED } from '../../stores/queries/costSums';
import { readKnownRefs } from '../../stores/queries/knownRefs';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import { readUsedShares } from '../../stores/queries/usedShares';
import { readSupplierTitles } from '../../stores/suppliers/supplierTitles';
import { percentText } from '../records/percentText';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { CurrencySums, type FigureGroup } from './costFigures';
import { scopeOf } from './costScope';
import { MAX_LINES, OTHER } from './figureGroups';
import type { CostQuestion } from './readCostQuestion';

/** Key of what the caller may not see, together. */
export const HIDDEN = 'hidden';
const RESERVED: readonly string[] = [UNALLOCATED, NONE, HIDDEN, OTHER];

const categoryTitles: Readonly<Record<string, string>> = {
  depreciation: 'Depreciation',
  charge: 'Charges',
  license: 'Licences',
  contract: 'Contracts',
  servicing: 'Servicing',
  impairment: 'Impairment',
  disposal: 'Disposal',
  adjustment: 'Prior-period adjustments',
  purchase: 'Purchases',
  improvement: 'Improvements',
  proceeds: 'Proceeds',
};

const noneTitles: Record<string, string> = {
  owner: 'Without owner',
  supplier: 'Without supplier',
  class: 'Licences and contracts',
  'cost-center': 'Without cost centre',
};

/** A line with its name, before its figures are rendered. */
export interface NamedGroup {
  line: Omit<CostGroup, 'series'>;
  sums: CurrencySums;
}

/**
 * Gives the lines of a breakdown the names the caller may see; lines they may
 * not see become one.
 */
export async function nameGroups(
  deps: ReadDeps,
  context: ReadContext,
  question: CostQuestion,
  groups: readonly FigureGroup[],
): Promise<NamedGroup[]> {
  const months = question.toMonthExclusive - question.fromMonth;
  const sorted = groups
    .map(group => ({ group, weight: weightOf(group) }))
    .sort(byWeight)
    .map(({ group }) => group);
  const shown = sorted.filter(
    (group, position) =>
      group.key !== OTHER &&
      (RESERVED.includes(group.key) || position < MAX_LINES),
  );
  const name = await namerOf(deps, context, question, shown);
  const lines: NamedGroup[] = [];
  const hidden = new CurrencySums(months);
  for (const group of shown) {
    const line = name(group);
    if (line) {
      lines.push({ line, sums: group.sums });
    } else {
      hidden.addAll(group.sums);
    }
  }
  const other = new CurrencySums(months);
  for (const [position, group] of sorted.entries()) {
    if (
      group.key === OTHER ||
      (position >= MAX_LINES && !RESERVED.includes(group.key))
    ) {
      other.addAll(group.sums);
    }
  }
  return [
    ...lines,
    { line: { key: OTHER, title: 'Other' }, sums: other },
    { line: { key: HIDDEN, title: hiddenTitle(question) }, sums: hidden },
  ].filter(group => !group.sums.isEmpty);
}

/** The name of a line; undefined when the caller may not see it. */
type Namer = (group: FigureGroup) => Omit<CostGroup, 'series'> | undefined;

async function namerOf(
  deps: ReadDeps,
  context: ReadContext,
  question: CostQuestion,
  groups: readonly FigureGroup[],
): Promise<Namer> {
  const { by } = question;
  if (by === 'record') {
    return await recordNamer(deps, context, question, groups);
  }
  const keys = groups
    .map(group => group.key)
    .filter(key => !RESERVED.includes(key));
  if (by !== 'service' && by !== 'owner') {
    const suppliers =
      by === 'supplier'
        ? await readSupplierTitles(deps.knex, keys)
        : new Map<string, string>();
    return ({ key, categories }) => ({
      key,
      title:
        by === 'category'
          ? categoryTitles[key] ?? key
          : reservedTitle(key, by) ?? suppliers.get(key) ?? key,
      categories: by === 'category' ? undefined : listed(categories),
    });
  }
  const [names, inCatalog] = await Promise.all([
    deps.labels.load(keys, context.credentials),
    readKnownRefs(deps.knex, keys),
  ]);
  return ({ key }) => {
    const reserved = reservedTitle(key, by);
    if (reserved !== undefined) {
      return { key, title: reserved };
    }
    const title = names.titles.get(key);
    if (title === undefined && names.answered && inCatalog.has(key)) {
      return undefined;
    }
    return { key, ref: key, title: title ?? key };
  };
}

async function recordNamer(
  deps: ReadDeps,
  context: ReadContext,
  question: CostQuestion,
  groups: readonly FigureGroup[],
): Promise<Namer> {
  const scope = scopeOf(question);
  const [records, shares] = await Promise.all([
    readReadableRecords(
      deps.knex,
      groups.map(group => group.key),
      context.access,
      context.today,
    ),
    scope.over === 'slices'
      ? readUsedShares(deps.knex, scope, question.toMonthExclusive - 1)
      : undefined,
  ]);
  return ({ key, categories }) => {
    const record = records.get(key);
    const share = shares?.get(key);
    return (
      record && {
        key,
        ref: key,
        title: record.title,
        recordKind: record.kind,
        recordType: record.type ?? undefined,
        sharePercent: share === undefined ? undefined : percentText(share),
        endsOn: record.ends_on ?? undefined,
        endsKind: record.ends_kind ?? undefined,
        categories: listed(categories),
      }
    );
  };
}

function listed(
  categories: FigureGroup['categories'],
): CostGroup['categories'] {
  return categories.size === 0 ? undefined : [...categories].sort();
}

function reservedTitle(key: string, by: string): string | undefined {
  if (key === UNALLOCATED) {
    return 'Not allocated to a service';
  }
  return key === NONE ? noneTitles[by] ?? 'Without' : undefined;
}

function hiddenTitle({ by }: CostQuestion): string {
  switch (by) {
    case 'service':
      return 'Services you may not see';
    case 'owner':
      return 'Owners you may not see';
    default:
      return 'Records you may not see';
  }
}

interface Weighted {
  group: FigureGroup;
  weight: bigint;
}

/** Large lines first, reserved ones last; by key where they are equal. */
function byWeight(a: Weighted, b: Weighted): number {
  const reserved =
    Number(RESERVED.includes(a.group.key)) -
    Number(RESERVED.includes(b.group.key));
  if (reserved !== 0) {
    return reserved;
  }
  if (a.weight !== b.weight) {
    return a.weight > b.weight ? -1 : 1;
  }
  return a.group.key < b.group.key ? -1 : 1;
}

/** Currencies are not comparable to the cent; for an order they are. */
function weightOf(group: FigureGroup): bigint {
  return group.sums
    .entries()
    .flatMap(([, months]) => months)
    .reduce((sum, minor) => sum + (minor < 0n ? -minor : minor), 0n);
}

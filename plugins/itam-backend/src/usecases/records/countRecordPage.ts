import type { RecordCounts } from '@backstage-itam/plugin-itam-common';
import {
  type CountDimension,
  countRecordsBy,
} from '../../stores/queries/countRecordsBy';
import {
  countRecords,
  type RecordFilters,
} from '../../stores/queries/listRecords';
import { labelOf } from './catalogLabels';
import type { ReadContext, ReadDeps } from './readContext';

const MOST_COUNTS = 1000;
const REFS = new Set<CountDimension>(['owner', 'group', 'assignee']);

/**
 * How many of the records that match and the caller may read have each value
 * of a field, and how many match at all.
 */
export async function countRecordPage(
  deps: ReadDeps,
  context: ReadContext,
  question: { filters: RecordFilters; by: CountDimension },
): Promise<RecordCounts> {
  const { filters, by } = question;
  const list = {
    filters,
    access: context.access,
    asOf: context.today,
    sort: 'ref',
    order: 'asc',
  } as const;
  const [counts, totalItems] = await Promise.all([
    countRecordsBy(deps.knex, list, by, MOST_COUNTS),
    countRecords(deps.knex, list),
  ]);
  const refs = REFS.has(by) ? counts.flatMap(({ value }) => value ?? []) : [];
  const names = await deps.labels.load(refs, context.credentials);
  return {
    by,
    totalItems,
    items: counts.map(({ value, records }) => ({
      key: value ?? 'none',
      label: value !== null && REFS.has(by) ? labelOf(value, names) : undefined,
      records,
    })),
  };
}

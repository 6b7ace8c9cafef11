import type { Knex } from 'knex';
import {
  usageColumns,
  usageFromRow,
  type UsageMeasure,
  type UsageRow,
} from './usageMeasure';

/**
 * Measurements of a licence in a range of days (ISO calendar dates,
 * inclusive), the newest first.
 */
export async function readUsage(
  knex: Knex,
  recordId: number,
  range: { from?: string; to?: string; atMost: number },
): Promise<UsageMeasure[]> {
  const query = knex('usage_measures').where('record_id', recordId);
  if (range.from !== undefined) {
    query.where('date', '>=', range.from);
  }
  if (range.to !== undefined) {
    query.where('date', '<=', range.to);
  }
  const rows: UsageRow[] = await query
    .orderBy([
      { column: 'date', order: 'desc' },
      { column: 'kind' },
      { column: 'holder_ref' },
    ])
    .limit(range.atMost)
    .select(usageColumns);
  return rows.map(usageFromRow);
}

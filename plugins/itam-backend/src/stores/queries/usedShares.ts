import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { segmentCondition, type CostScope } from './costScopes';
import { rowsOf } from './rowsOf';

/**
 * The share of each record that falls to a scope of services in one month, in
 * basis points (rounded down), by record ref. From the slices in force, so
 * that a contract's distribution counts as it was computed.
 *
 * @param month - Month index, year × 12 + month − 1
 */
export async function readUsedShares(
  knex: Knex,
  scope: CostScope,
  month: number,
): Promise<Map<string, number>> {
  const condition = segmentCondition(scope);
  const rows = rowsOf(
    await knex.raw(
      `select r.ref as ref, max(part.bp) as bp from (
        select s.record_id as record_id,
          cast(sum(c.hi - c.lo) as bigint) * 10000 / s.weight_total as bp
        from cost_segments s join cost_slices c on c.segment_id = s.id
        where s.view = 'accrued' and s.certainty = 'actual'
          and s.category <> 'adjustment'
          and s.start_month + s.window_from <= cast(? as bigint)
          and s.start_month + s.window_to > cast(? as bigint)
          and ${condition.sql}
        group by s.id, s.record_id, s.weight_total
      ) part join records r on r.id = part.record_id
      group by r.ref`,
      [month, month, ...condition.values],
    ),
  );
  const shares = new Map<string, number>();
  for (const row of rows) {
    if (
      typeof row === 'object' &&
      row !== null &&
      'ref' in row &&
      'bp' in row
    ) {
      shares.set(String(row.ref), integerFromRow(row.bp));
    }
  }
  return shares;
}

import {
  CONTRACT_TYPES,
  firstDayOfMonth,
  replacesLicensePrice,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  recordByRecordCondition,
  recordCondition,
  type CostScope,
} from './costScopes';

/** A range of months, as month indices (year × 12 + month − 1). */
export interface MonthRange {
  fromMonth: number;
  toMonthExclusive: number;
}

/**
 * How many licences of a scope have a price and yet no cost of their own in a
 * range, because the charges of the contract they name stand in for it.
 */
export async function countCountedInContract(
  knex: Knex,
  scope: CostScope,
  { fromMonth, toMonthExclusive }: MonthRange,
): Promise<number> {
  const costsOf = (column: string) =>
    knex('cost_segments')
      .select(knex.raw('1'))
      .whereRaw('cost_segments.record_id = ??', [column])
      // As they accrue, whichever way the figure is seen: an invoice stands
      // for all the months it pays.
      .where('cost_segments.view', 'accrued')
      .where('cost_segments.certainty', 'actual')
      .whereNot('cost_segments.category', 'adjustment')
      .whereRaw(
        'cost_segments.start_month + cost_segments.window_from < cast(? as bigint)',
        [toMonthExclusive],
      )
      .whereRaw(
        'cost_segments.start_month + cost_segments.window_to > cast(? as bigint)',
        [fromMonth],
      );
  const rows = await candidates(knex, scope)
    .join('records as contract', 'contract.ref', 'records.contract_ref')
    .whereNull('records.retired_at')
    .where('records.kind', 'License')
    .whereNotNull('records.contract_ref')
    .where('records.has_price', true)
    // A licence that was over before has no price that could be replaced.
    .where(term =>
      term
        .whereNull('records.ends_on')
        .orWhere('records.ends_on', '>=', firstDayOfMonth(fromMonth)),
    )
    .where('contract.kind', 'Contract')
    .whereIn('contract.type', CONTRACT_TYPES.filter(replacesLicensePrice))
    // Refunds alone replace nothing.
    .whereExists(
      costsOf('contract.id').where('cost_segments.total_minor', '>', 0),
    )
    .whereNotExists(costsOf('records.id'))
    .count({ count: '*' });
  return Number(rows[0]?.count ?? 0);
}

/** Scopes of which many records are part, and few of them such licences. */
const WIDE: readonly CostScope['where'][] = [
  'all',
  'supplier',
  'class',
  'cost-center',
  'service-owner-in-group',
];

/**
 * Records of a scope. Of wide scopes only those that name a contract, looked
 * at one by one; for the others the planners find a better way.
 */
function candidates(knex: Knex, scope: CostScope): Knex.QueryBuilder {
  const { sql, values } = WIDE.includes(scope.where)
    ? recordByRecordCondition(scope)
    : recordCondition(scope);
  const records = knex('records').whereRaw(sql, values);
  return WIDE.includes(scope.where)
    ? records.whereIn(
        'records.id',
        knex('counted_records')
          .whereNotNull('contract_ref')
          .select('record_id'),
      )
    : records;
}

import type {
  CostCategory,
  CostCertainty,
  CostView,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';
import type { CostScope } from './costScopes';
import { rowsOf } from './rowsOf';
import { segmentsIn } from './segmentsIn';
import { scaleColumns, sliceAmountSql } from './sliceAmount';

/** Amounts that follow a schedule, or happen once. */
const SCHEDULED: readonly CostCategory[] = [
  'depreciation',
  'impairment',
  'disposal',
  'servicing',
  'purchase',
  'improvement',
  'proceeds',
];

/** What has a single unit as it accrues is a single charge. */
const SINGLE_WHEN_ONE_UNIT: readonly CostCategory[] = ['charge', 'contract'];

/** What one record costs a scope in one currency. */
export interface ComparedCost {
  ref: string;
  currency: string;
  /** Month index; undefined for the range as a whole. */
  month: number | undefined;
  /** Minor units that fall to the scope. */
  minor: bigint;
  /** Minor units of the whole record. */
  wholeMinor: bigint;
  /** Part of `minor` that corrects closed months. */
  adjustmentMinor: bigint;
  /** Part of `minor` that follows a schedule or is due once. */
  scheduleMinor: bigint;
}

/** A question to the segments. */
export interface ComparedCostQuery {
  scope: CostScope;
  view: CostView;
  certainties: readonly CostCertainty[];
  /** Month index, year × 12 + month − 1. */
  fromMonth: number;
  toMonthExclusive: number;
  /** ISO 4217 code of the currency that needs no months. */
  reportingCurrency: string;
}

/**
 * What records cost a scope in a range, beside what they cost as a whole, in
 * one statement: month by month, since rates differ, except in the reporting
 * currency.
 *
 * Records that cost the scope nothing are left out, whatever they cost others.
 */
export async function readComparedCosts(
  knex: Knex,
  query: ComparedCostQuery,
): Promise<ComparedCost[]> {
  const { scope, fromMonth, toMonthExclusive, reportingCurrency } = query;
  const slices = scope.over === 'slices';
  const within = segmentsIn(query);
  // A record is whole in these scopes by definition.
  const isWhole = scope.where === 'all' || scope.where === 'record';
  const everywhere = segmentsIn({
    ...query,
    scope: { over: 'records', where: 'all' },
  });
  const any = (categories: readonly string[]) =>
    categories.map(category => `'${category}'`).join(', ');
  const columns = `s.record_id as record_id,
      case when s.category = 'adjustment' then 'adjustment'
        when s.category in (${any(SCHEDULED)}) then 'schedule'
        when s.view = 'accrued' and s.units = 1
          and s.category in (${any(SINGLE_WHEN_ONE_UNIT)}) then 'schedule'
        else 'running' end as nature,
      s.currency as currency, cast(s.start_month as bigint) as start_month,
      s.start_month + s.window_from as first_month,
      s.start_month + s.window_to as end_month,
      ${scaleColumns}`;
  const buckets: [whole: number, from: number, to: number][] = [
    [1, fromMonth, toMonthExclusive],
    ...Array.from(
      { length: toMonthExclusive - fromMonth },
      (_, index): [number, number, number] => [
        0,
        fromMonth + index,
        fromMonth + index + 1,
      ],
    ),
  ];
  const amount = sliceAmountSql({ a: 'a', b: 'b' });
  const inScope = (condition: string) =>
    `cast(sum(case when of_scope = 1 ${condition} then minor else 0 end) as text)`;
  const rows = rowsOf(
    await knex.raw(
      `with bucket(is_whole, lo_month, hi_month) as (values ${buckets
        .map(() => '(cast(? as bigint), cast(? as bigint), cast(? as bigint))')
        .join(', ')}),
      scoped as (
        select ${columns},
          cast(${slices ? 'c.lo' : '0'} as bigint) as lo,
          cast(${slices ? 'c.hi' : 's.weight_total'} as bigint) as hi
        from cost_segments s
        ${slices ? 'join cost_slices c on c.segment_id = s.id' : ''}
        where ${within.sql}
      ),
      part as (
        select 1 as of_scope, scoped.* from scoped
        ${
          isWhole
            ? ''
            : `union all
        select 0 as of_scope, ${columns},
          cast(0 as bigint) as lo, cast(s.weight_total as bigint) as hi
        from cost_segments s
        where ${everywhere.sql}
          and s.record_id in (select record_id from scoped)`
        }
      ),
      clipped as (
        select part.*, is_whole, lo_month,
          case when first_month > lo_month then first_month
            else lo_month end - start_month as a,
          case when end_month < hi_month then end_month
            else hi_month end - start_month as b
        from part join bucket
          on is_whole = case when currency = ? then 1 else 0 end
          and first_month < hi_month and end_month > lo_month
      ),
      summed as (
        select record_id, of_scope, nature, currency, is_whole, lo_month,
          sum(sign * ${amount}) as minor
        from clipped
        group by record_id, of_scope, nature, currency, is_whole, lo_month
      )
      select r.ref as ref, currency, is_whole, lo_month as month,
        ${inScope('')} as minor,
        cast(sum(case when of_scope = ${isWhole ? 1 : 0} then minor
          else 0 end) as text) as whole_minor,
        ${inScope(`and nature = 'adjustment'`)} as adjustment_minor,
        ${inScope(`and nature = 'schedule'`)} as schedule_minor
      from summed join records r on r.id = record_id
      group by r.ref, currency, is_whole, lo_month`,
      [
        ...buckets.flat(),
        ...within.values,
        ...(isWhole ? [] : everywhere.values),
        reportingCurrency,
      ],
    ),
  );
  return rows.map(costFromRow);
}

function costFromRow(row: unknown): ComparedCost {
  if (
    typeof row !== 'object' ||
    row === null ||
    !('ref' in row && 'currency' in row && 'is_whole' in row) ||
    !('month' in row && 'minor' in row && 'whole_minor' in row) ||
    !('adjustment_minor' in row && 'schedule_minor' in row)
  ) {
    throw new TypeError('The database answered a cost in an unknown form');
  }
  return {
    ref: String(row.ref),
    currency: String(row.currency),
    month:
      integerFromRow(row.is_whole) === 1
        ? undefined
        : integerFromRow(row.month),
    minor: bigintFromRow(row.minor),
    wholeMinor: bigintFromRow(row.whole_minor),
    adjustmentMinor: bigintFromRow(row.adjustment_minor),
    scheduleMinor: bigintFromRow(row.schedule_minor),
  };
}

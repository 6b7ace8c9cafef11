import type {
  CostCertainty,
  CostView,
  ForecastCause,
  ItamKind,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';
import type { Access } from '../../permissions/access';
import { whereReadable } from '../../permissions/recordFilterToKnex';
import type { CostScope } from './costScopes';
import { segmentsIn } from './segmentsIn';
import { scaleColumns, sliceAmountSql } from './sliceAmount';

const NOT_ACTUAL: readonly CostCertainty[] = ['committed', 'forecast'];

/** A question to the costs that are not actual. */
export interface FutureCostQuery {
  scope: CostScope;
  view: CostView;
  /** Month index, year × 12 + month − 1. */
  fromMonth: number;
  toMonthExclusive: number;
}

/** What one accrual of a record that is not actual costs a scope in a range. */
export interface FutureCost extends ForecastCause {
  title: string;
  minor: bigint;
}

/**
 * The records, of those the caller may read, whose costs that are not actual
 * begin first in a range.
 *
 * @param asOf - ISO calendar date
 * @param limit - How many records at most
 */
export async function readFutureRecords(
  knex: Knex,
  query: FutureCostQuery,
  access: Access,
  asOf: string,
  limit: number,
): Promise<number[]> {
  const segments = segmentsOf(query);
  const found = knex
    .from(
      knex.raw(
        `(select s.record_id as record_id,
          min(s.start_month + s.window_from) as first_month
          from ${segments.sql} group by s.record_id) part`,
        segments.values,
      ),
    )
    .join('records', 'records.id', 'part.record_id');
  whereReadable(found, access, asOf);
  const rows: { record_id: unknown }[] = await found
    .orderBy('part.first_month')
    .orderBy('part.record_id')
    .limit(limit)
    .select('part.record_id');
  return rows.map(row => integerFromRow(row.record_id));
}

/** What records cost a scope in a range that is not actual. */
export async function readFutureCosts(
  knex: Knex,
  query: FutureCostQuery,
  recordIds: readonly number[],
): Promise<FutureCost[]> {
  if (recordIds.length === 0) {
    return [];
  }
  const { fromMonth, toMonthExclusive, scope } = query;
  const segments = segmentsOf(query, recordIds);
  const slices = scope.over === 'slices';
  const first = '(s.start_month + s.window_from)';
  const end = '(s.start_month + s.window_to)';
  const rows: FutureCostRow[] = await knex
    .from(
      knex.raw(
        `(select s.record_id as record_id, s.certainty as certainty,
          s.estimated as estimated, s.currency as currency,
          s.start_month as start_month, s.window_from as window_from,
          ${scaleColumns},
          case when ${first} < cast(? as bigint) then cast(? as bigint)
            else ${first} end - s.start_month as a,
          case when ${end} > cast(? as bigint) then cast(? as bigint)
            else ${end} end - s.start_month as b,
          cast(${slices ? 'c.lo' : '0'} as bigint) as lo,
          cast(${slices ? 'c.hi' : 's.weight_total'} as bigint) as hi
          from ${segments.sql}) part`,
        [
          fromMonth,
          fromMonth,
          toMonthExclusive,
          toMonthExclusive,
          ...segments.values,
        ],
      ),
    )
    .join('records', 'records.id', 'part.record_id')
    .groupBy(
      'records.ref',
      'records.kind',
      'records.title',
      'part.certainty',
      'part.estimated',
      'part.currency',
      'part.start_month',
    )
    .select(
      'records.ref',
      'records.kind',
      'records.title',
      'part.certainty',
      'part.estimated',
      'part.currency',
      'part.start_month',
      knex.raw('min(part.window_from) as window_from'),
      knex.raw(
        `cast(sum(sign * ${sliceAmountSql({
          a: 'a',
          b: 'b',
        })}) as text) as minor`,
      ),
    );
  return rows.map(fromRow);
}

function segmentsOf(
  query: FutureCostQuery,
  recordIds?: readonly number[],
): { sql: string; values: (string | number)[] } {
  const within = segmentsIn({ ...query, certainties: NOT_ACTUAL, recordIds });
  const slices =
    query.scope.over === 'slices'
      ? 'join cost_slices c on c.segment_id = s.id'
      : '';
  return {
    sql: `cost_segments s ${slices} where ${within.sql}`,
    values: within.values,
  };
}

interface FutureCostRow {
  ref: string;
  kind: ItamKind;
  title: string;
  certainty: CostCertainty;
  estimated: unknown;
  currency: string;
  start_month: unknown;
  window_from: unknown;
  minor: unknown;
}

function fromRow(row: FutureCostRow): FutureCost {
  return {
    recordRef: row.ref,
    recordKind: row.kind,
    title: row.title,
    certainty: row.certainty,
    // A boolean on PostgreSQL, 0 or 1 on SQLite.
    ...(row.estimated === true || row.estimated === 1
      ? { estimated: true as const }
      : {}),
    currency: row.currency,
    startMonth: integerFromRow(row.start_month),
    windowFromUnit: integerFromRow(row.window_from),
    minor: bigintFromRow(row.minor),
  };
}

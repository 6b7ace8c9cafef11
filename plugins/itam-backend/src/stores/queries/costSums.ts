import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';
import { segmentCondition, type CostKey, type CostScope } from './costScopes';
import { rowsOf } from './rowsOf';

/** Key of what no service takes. */
export const UNALLOCATED = 'unallocated';

/** Key of costs without owner, supplier, class or cost centre. */
export const NONE = 'none';

/** The sum of one key, currency and month. */
export interface CostSum {
  key: string;
  category: string;
  currency: string;
  /** Month index, year × 12 + month − 1. */
  month: number;
  minor: bigint;
}

/** A question to the segments. */
export interface CostSumQuery {
  scope: CostScope;
  by: CostKey;
  fromMonth: number;
  toMonthExclusive: number;
  /** Only the part of each segment that no service takes. */
  unallocatedOnly?: boolean;
}

const keyColumns: Record<CostKey, string> = {
  category: 's.category',
  record: 'r.ref',
  service: `coalesce(c.service_ref, '${UNALLOCATED}')`,
  'service-owner': `case when c.service_ref is null then '${UNALLOCATED}'
    else coalesce(n.owner_ref, '${NONE}') end`,
  owner: `coalesce(s.owner_ref, '${NONE}')`,
  supplier: `coalesce(s.vendor, '${NONE}')`,
  class: `coalesce(s.asset_class, '${NONE}')`,
  'cost-center': `coalesce(s.cost_center, '${NONE}')`,
  currency: 's.currency',
  nothing: `''`,
};

/**
 * Sums actual costs per key, category (only by record), currency and month
 * from the segments, in one statement.
 *
 * With N = units × weightTotal, q = T div N, r = T mod N, k units and share
 * weight p: F(k, p) = q·k·p + (2·r·k·p + N) div (2·N); a month of a slice is
 * F(b, hi) − F(b, lo) − F(a, hi) + F(a, lo). Magnitudes are computed and the
 * sign put back; all fits 64 bits because N ≤ 2·10⁹.
 *
 * Throws when a sum left 64 bits, which SQLite would continue in floating
 * point.
 */
export async function sumCosts(
  knex: Knex,
  query: CostSumQuery,
): Promise<CostSum[]> {
  const { sql, values } = costSumSql(query);
  return rowsOf(await knex.raw(sql, values)).map(sumFromRow);
}

/** The statement of {@link sumCosts}, with its values. */
export function costSumSql(query: CostSumQuery): {
  sql: string;
  values: (string | number)[];
} {
  const { scope, by, fromMonth, toMonthExclusive } = query;
  const months = Array.from(
    { length: toMonthExclusive - fromMonth },
    (_, index) => fromMonth + index,
  );
  const byOwnerOfService = by === 'service-owner';
  const slices =
    scope.over === 'slices' ||
    by === 'service' ||
    byOwnerOfService ||
    query.unallocatedOnly === true;
  const within = segmentCondition(scope);
  const accrued = (k: string, p: string) =>
    `(q * ${k} * ${p} + (2 * r * ${k} * ${p} + n) / (2 * n))`;
  const a = '(month - start_month)';
  const b = '(month - start_month + 1)';
  const n = '(cast(s.units as bigint) * s.weight_total)';
  return {
    sql: `with m(month) as (values ${months
      .map(() => '(cast(? as bigint))')
      .join(', ')}),
    part as (
      select ${keyColumns[by]} as key,
        ${by === 'record' ? 's.category' : `''`} as category,
        s.currency as currency,
        cast(s.start_month as bigint) as start_month,
        s.start_month + s.window_from as first_month,
        s.start_month + s.window_to as end_month,
        ${n} as n,
        abs(s.total_minor) / ${n} as q,
        abs(s.total_minor) % ${n} as r,
        case when s.total_minor < 0 then -1 else 1 end as sign,
        cast(${slices ? 'c.lo' : '0'} as bigint) as lo,
        cast(${slices ? 'c.hi' : 's.weight_total'} as bigint) as hi
      from cost_segments s
      ${slices ? 'join cost_slices c on c.segment_id = s.id' : ''}
      ${by === 'record' ? 'join records r on r.id = s.record_id' : ''}
      ${byOwnerOfService ? 'left join nodes n on n.ref = c.service_ref' : ''}
      where s.certainty = 'actual'
        and s.start_month + s.window_from < cast(? as bigint)
        and s.start_month + s.window_to > cast(? as bigint)
        and ${within.sql}
        ${query.unallocatedOnly ? 'and c.service_ref is null' : ''}
    )
    select key, category, currency, month,
      cast(sum(sign * (${accrued(b, 'hi')} - ${accrued(b, 'lo')}
        - ${accrued(a, 'hi')} + ${accrued(a, 'lo')})) as text) as minor
    from part join m on month >= first_month and month < end_month
    group by key, category, currency, month`,
    values: [...months, toMonthExclusive, fromMonth, ...within.values],
  };
}

function sumFromRow(row: unknown): CostSum {
  if (
    typeof row !== 'object' ||
    row === null ||
    !('key' in row && 'category' in row && 'currency' in row) ||
    !('month' in row && 'minor' in row)
  ) {
    throw new TypeError('The database answered a sum in an unknown form');
  }
  return {
    key: String(row.key),
    category: String(row.category),
    currency: String(row.currency),
    month: integerFromRow(row.month),
    minor: bigintFromRow(row.minor),
  };
}

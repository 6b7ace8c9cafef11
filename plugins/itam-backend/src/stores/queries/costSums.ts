import type {
  CostCertainty,
  CostView,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';
import type { CostKey, CostScope } from './costScopes';
import { rowsOf } from './rowsOf';
import { segmentsIn } from './segmentsIn';
import { scaleColumns, sliceAmountSql } from './sliceAmount';

/** Key of what no service takes. */
export const UNALLOCATED = 'unallocated';

/** Key of costs without owner, supplier, class or cost centre. */
export const NONE = 'none';

/** The sum of one key, certainty, currency and month. */
export interface CostSum {
  key: string;
  category: string;
  certainty: string;
  currency: string;
  /** Month index, year × 12 + month − 1. */
  month: number;
  minor: bigint;
}

/** A question to the segments. */
export interface CostSumQuery {
  /** Accrued unless it says otherwise. */
  view?: CostView;
  /** Only actual costs unless it says otherwise; kept apart in the answer. */
  certainties?: readonly CostCertainty[];
  scope: CostScope;
  by: CostKey;
  fromMonth: number;
  toMonthExclusive: number;
  /** Only the part of each segment that no service takes. */
  unallocatedOnly?: boolean;
  /** Only these records. */
  recordIds?: readonly number[];
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
 * Sums costs of one view per key, category (only by record), certainty,
 * currency and month from the segments, in one statement.
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
  const { by, fromMonth, toMonthExclusive } = query;
  const { certainties = ['actual'] } = query;
  const months = Array.from(
    { length: toMonthExclusive - fromMonth },
    (_, index) => fromMonth + index,
  );
  const byOwnerOfService = by === 'service-owner';
  const slices =
    query.scope.over === 'slices' ||
    by === 'service' ||
    byOwnerOfService ||
    query.unallocatedOnly === true;
  const within = segmentsIn({ view: 'accrued', ...query, certainties });
  const amount = sliceAmountSql({
    a: '(month - start_month)',
    b: '(month - start_month + 1)',
  });
  // A constant where all have the same, which need not be grouped by.
  const certainty =
    certainties.length === 1 ? `'${certainties[0]}'` : 's.certainty';
  return {
    sql: `with m(month) as (values ${months
      .map(() => '(cast(? as bigint))')
      .join(', ')}),
    part as (
      select ${keyColumns[by]} as key,
        ${by === 'record' ? 's.category' : `''`} as category,
        ${certainty} as certainty,
        s.currency as currency,
        cast(s.start_month as bigint) as start_month,
        s.start_month + s.window_from as first_month,
        s.start_month + s.window_to as end_month,
        ${scaleColumns},
        cast(${slices ? 'c.lo' : '0'} as bigint) as lo,
        cast(${slices ? 'c.hi' : 's.weight_total'} as bigint) as hi
      from cost_segments s
      ${slices ? 'join cost_slices c on c.segment_id = s.id' : ''}
      ${by === 'record' ? 'join records r on r.id = s.record_id' : ''}
      ${byOwnerOfService ? 'left join nodes n on n.ref = c.service_ref' : ''}
      where ${within.sql}
        ${query.unallocatedOnly ? 'and c.service_ref is null' : ''}
    )
    select key, category, certainty, currency, month,
      cast(sum(sign * ${amount}) as text) as minor
    from part join m on month >= first_month and month < end_month
    group by key, category, certainty, currency, month`,
    values: [...months, ...within.values],
  };
}

function sumFromRow(row: unknown): CostSum {
  if (
    typeof row !== 'object' ||
    row === null ||
    !('key' in row && 'category' in row && 'certainty' in row) ||
    !('currency' in row) ||
    !('month' in row && 'minor' in row)
  ) {
    throw new TypeError('The database answered a sum in an unknown form');
  }
  return {
    key: String(row.key),
    category: String(row.category),
    certainty: String(row.certainty),
    currency: String(row.currency),
    month: integerFromRow(row.month),
    minor: bigintFromRow(row.minor),
  };
}

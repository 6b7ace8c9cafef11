import type {
  CostCertainty,
  CostView,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import type { CostScope } from './costScopes';
import { rowsOf } from './rowsOf';
import { segmentsIn } from './segmentsIn';
import { scaleColumns, sliceAmountSql } from './sliceAmount';

/** The records that cost a scope most in a range. */
export interface LargestRecords {
  /** Ids in order of size. */
  recordIds: number[];
  /** Whether these are all records with cost there. */
  complete: boolean;
}

/**
 * Finds the records that cost a scope most in a range of months, without
 * summing their months. Currencies are not comparable to the cent; for an
 * order they are.
 *
 * @param limit - How many records at most
 */
export async function readLargestRecords(
  knex: Knex,
  question: {
    scope: CostScope;
    view: CostView;
    certainties: readonly CostCertainty[];
    /** Month index, year × 12 + month − 1. */
    fromMonth: number;
    toMonthExclusive: number;
  },
  limit: number,
): Promise<LargestRecords> {
  const { fromMonth, toMonthExclusive } = question;
  const slices = question.scope.over === 'slices';
  const within = segmentsIn(question);
  const first = '(s.start_month + s.window_from)';
  const end = '(s.start_month + s.window_to)';
  const rows = rowsOf(
    await knex.raw(
      `with part as (
        select s.record_id as record_id, s.currency as currency,
          ${scaleColumns},
          case when ${first} < cast(? as bigint) then cast(? as bigint)
            else ${first} end - s.start_month as a,
          case when ${end} > cast(? as bigint) then cast(? as bigint)
            else ${end} end - s.start_month as b,
          cast(${slices ? 'c.lo' : '0'} as bigint) as lo,
          cast(${slices ? 'c.hi' : 's.weight_total'} as bigint) as hi
        from cost_segments s
        ${slices ? 'join cost_slices c on c.segment_id = s.id' : ''}
        where ${within.sql}
      ), total as (
        select record_id, currency,
          sum(sign * ${sliceAmountSql({ a: 'a', b: 'b' })}) as minor
        from part group by record_id, currency
      )
      select record_id from total group by record_id
      order by sum(abs(minor)) desc, record_id limit ?`,
      [
        fromMonth,
        fromMonth,
        toMonthExclusive,
        toMonthExclusive,
        ...within.values,
        limit + 1,
      ],
    ),
  );
  const recordIds = rows.map(row =>
    typeof row === 'object' && row !== null && 'record_id' in row
      ? integerFromRow(row.record_id)
      : refuse(),
  );
  return {
    recordIds: recordIds.slice(0, limit),
    complete: recordIds.length <= limit,
  };
}

function refuse(): never {
  throw new TypeError('The database answered a record in an unknown form');
}

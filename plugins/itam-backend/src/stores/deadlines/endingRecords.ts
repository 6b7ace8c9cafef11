import type { Knex } from 'knex';
import {
  deadlineColumns,
  whereInRange,
  whereInUse,
  type DeadlineRange,
  type DeadlineRow,
  type IdPage,
} from './deadlineRow';

/**
 * Records whose next end lies in a range of days, by id. Any end of a record
 * that lies between today and the last day is behind one of these: the next
 * end is the earliest that is not over.
 */
export async function listEndingRecords(
  knex: Knex,
  range: DeadlineRange,
  { after, limit }: IdPage,
): Promise<DeadlineRow[]> {
  const query: Knex.QueryBuilder = knex('records')
    .where('records.id', '>', after)
    .orderBy('records.id')
    .limit(limit)
    .select(deadlineColumns);
  whereInRange(query, 'records.ends_on', range);
  whereInUse(query, range);
  return await query;
}

import type { Knex } from 'knex';
import {
  deadlineColumns,
  whereInRange,
  whereInUse,
  type DeadlineRange,
  type DeadlineRow,
  type IdPage,
} from './deadlineRow';

/** A record that is lent until a day. */
export interface LoanDueRow extends DeadlineRow {
  holding_id: number;
  to_ref: string;
  due_back: string;
}

/** Loans that are to be given back in a range of days, by their id. */
export async function listLoansDue(
  knex: Knex,
  range: DeadlineRange,
  { after, limit }: IdPage,
): Promise<LoanDueRow[]> {
  const query: Knex.QueryBuilder = knex('holdings')
    .join('records', 'records.id', 'holdings.record_id')
    .whereNull('holdings.until_date')
    .where('holdings.id', '>', after)
    .orderBy('holdings.id')
    .limit(limit)
    .select([
      ...deadlineColumns,
      'holdings.id as holding_id',
      'holdings.to_ref as to_ref',
      'holdings.due_back as due_back',
    ]);
  whereInRange(query, 'holdings.due_back', range);
  whereInUse(query, range);
  return await query;
}

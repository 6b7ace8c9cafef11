import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';

/** Loans and servicings that are open, by record. */
export interface OpenDates {
  loans: Map<number, { to: string; dueBack: string }[]>;
  servicings: Map<number, { title: string; dueOn: string }[]>;
}

/**
 * What is to come back, and what is to be done, with its day.
 *
 * The newest servicing of each kind up to a day says when the next one of that
 * kind is due; one without such a day ends the series.
 *
 * @param asOf - ISO calendar date
 */
export async function readOpenDates(
  database: Knex,
  ids: readonly number[],
  asOf: string,
): Promise<OpenDates> {
  const loans: OpenDates['loans'] = new Map();
  const holdings: { record_id: unknown; to_ref: string; due_back: string }[] =
    await database('holdings')
      .whereIn('record_id', idList(database, ids))
      .whereNull('until_date')
      .whereNotNull('due_back')
      .orderBy('id')
      .select('record_id', 'to_ref', 'due_back');
  for (const { record_id, to_ref: to, due_back: dueBack } of holdings) {
    add(loans, integerFromRow(record_id), { to, dueBack });
  }
  const rows: {
    record_id: unknown;
    kind: string;
    title: string;
    next_due: string | null;
  }[] = await database('servicings')
    .whereIn('record_id', idList(database, ids))
    .whereNull('voided_at')
    .where('date', '<=', asOf)
    .orderBy([{ column: 'date' }, { column: 'id' }])
    .select('record_id', 'kind', 'title', 'next_due');
  const newest = new Map<string, (typeof rows)[number]>();
  rows.forEach(row =>
    newest.set(`${integerFromRow(row.record_id)} ${row.kind}`, row),
  );
  const servicings: OpenDates['servicings'] = new Map();
  for (const { record_id, title, next_due: dueOn } of newest.values()) {
    if (dueOn !== null) {
      add(servicings, integerFromRow(record_id), { title, dueOn });
    }
  }
  return { loans, servicings };
}

function add<T>(lists: Map<number, T[]>, id: number, entry: T): void {
  const list = lists.get(id);
  if (list) {
    list.push(entry);
  } else {
    lists.set(id, [entry]);
  }
}

import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';

/** An entry of the history, as far as the publication cares. */
export interface HistoryPosition {
  sequence: number;
  ref: string;
}

/** Entries after a sequence and up to another one, oldest first. */
export async function listHistoryAfter(
  database: Knex,
  options: { after: number; through: number; limit: number },
): Promise<HistoryPosition[]> {
  const rows: { sequence: unknown; record_ref: string }[] = await database(
    'history',
  )
    .where('sequence', '>', options.after)
    .where('sequence', '<=', options.through)
    .orderBy('sequence')
    .limit(options.limit)
    .select('sequence', 'record_ref');
  return rows.map(row => ({
    sequence: integerFromRow(row.sequence),
    ref: row.record_ref,
  }));
}

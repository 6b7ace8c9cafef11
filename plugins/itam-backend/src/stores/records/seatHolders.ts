import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';

/** Ids are 32-bit on both engines. */
const GREATEST_ID = 2_147_483_647;

/** Who has these seats of a licence, by the id of the seat. */
export async function readSeatHolders(
  knex: Knex,
  recordId: number,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const possible = ids.filter(id => Math.abs(id) <= GREATEST_ID);
  if (possible.length === 0) {
    return new Map();
  }
  const rows: { id: unknown; to_ref: string }[] = await knex('assignments')
    .where('record_id', recordId)
    .whereIn('id', idList(knex, possible))
    .select('id', 'to_ref');
  return new Map(rows.map(row => [integerFromRow(row.id), row.to_ref]));
}

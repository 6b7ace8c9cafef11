import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';

/** Who owns records now, by id; those without an owner are absent. */
export async function readRecordOwners(
  knex: Knex,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const rows: { id: unknown; owner_ref: string }[] = await knex('records')
    .whereIn('id', idList(knex, ids))
    .whereNotNull('owner_ref')
    .select('id', 'owner_ref');
  return new Map(rows.map(row => [integerFromRow(row.id), row.owner_ref]));
}

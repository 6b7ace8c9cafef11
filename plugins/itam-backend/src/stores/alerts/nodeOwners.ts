import type { Knex } from 'knex';
import { textList } from '../../database/idList';

/** Title and owner of catalog entities, by ref. */
export async function readNodeOwners(
  knex: Knex,
  refs: readonly string[],
): Promise<Map<string, { title: string | null; ownerRef: string | null }>> {
  const rows: {
    ref: string;
    title: string | null;
    owner_ref: string | null;
  }[] = await knex('nodes')
    .whereIn('ref', textList(knex, refs))
    .select('ref', 'title', 'owner_ref');
  return new Map(
    rows.map(({ ref, title, owner_ref: ownerRef }) => [
      ref,
      { title, ownerRef },
    ]),
  );
}

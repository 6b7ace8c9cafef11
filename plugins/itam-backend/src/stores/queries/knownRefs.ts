import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';

/** Refs per statement; below the parameter limits of both engines. */
const REFS_PER_STATEMENT = 400;

/** Of these refs, those the catalog projection has. */
export async function readKnownRefs(
  knex: Knex,
  refs: readonly string[],
): Promise<Set<string>> {
  const known = new Set<string>();
  for (const batch of batchesOf(refs, REFS_PER_STATEMENT)) {
    const rows: { ref: string }[] = await knex('nodes')
      .whereIn('ref', batch)
      .select('ref');
    rows.forEach(row => known.add(row.ref));
  }
  return known;
}

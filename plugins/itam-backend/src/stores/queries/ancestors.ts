import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';

/** Refs per statement; below the parameter limits of both engines. */
const REFS_PER_STATEMENT = 400;

/**
 * The groups above each ref, the ref itself first. Refs the catalog does not
 * know have only themselves.
 */
export async function loadGroupAncestors(
  knex: Knex,
  refs: readonly string[],
): Promise<Map<string, string[]>> {
  const ancestors = new Map(refs.map(ref => [ref, new Set([ref])]));
  for (const batch of batchesOf([...ancestors.keys()], REFS_PER_STATEMENT)) {
    const rows: { ancestor_ref: string; descendant_ref: string }[] = await knex(
      'node_closure',
    )
      .where('dimension', 'group')
      .whereIn('descendant_ref', batch)
      .select('ancestor_ref', 'descendant_ref');
    for (const row of rows) {
      ancestors.get(row.descendant_ref)?.add(row.ancestor_ref);
    }
  }
  return new Map([...ancestors].map(([ref, set]) => [ref, [...set]]));
}

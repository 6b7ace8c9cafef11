import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';

/** Refs per statement; below the parameter limits of both engines. */
const REFS_PER_STATEMENT = 400;

/** Of these refs, those of records, whoever may read them; retired ones too. */
export async function storedRecordRefs(
  knex: Knex,
  refs: readonly string[],
): Promise<Set<string>> {
  const stored = new Set<string>();
  for (const batch of batchesOf([...new Set(refs)], REFS_PER_STATEMENT)) {
    const rows: { ref: string }[] = await knex('records')
      .whereIn('ref', batch)
      .select('ref');
    rows.forEach(row => stored.add(row.ref));
  }
  return stored;
}

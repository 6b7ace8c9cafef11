import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';

const REFS_PER_STATEMENT = 300;

/** Picks the mentions that say `planned.replaces`, out of those of assets. */
const REPLACES_TARGET = `records.spec LIKE
  '%"replaces":"' || record_mentions.target_ref || '"%'`;

/**
 * Refs of the assets whose plan says that they replace one of the given ones,
 * retired ones too.
 */
export async function assetsReplacing(
  database: Knex,
  refs: readonly string[],
): Promise<string[]> {
  return await mentions(database, refs, {
    given: 'record_mentions.target_ref',
    wanted: 'records.ref',
  });
}

/**
 * Refs of the assets that the given ones are planned to replace.
 */
export async function assetsReplacedBy(
  database: Knex,
  refs: readonly string[],
): Promise<string[]> {
  return await mentions(database, refs, {
    given: 'records.ref',
    wanted: 'record_mentions.target_ref',
  });
}

async function mentions(
  database: Knex,
  refs: readonly string[],
  columns: { given: string; wanted: string },
): Promise<string[]> {
  const found: string[] = [];
  for (const batch of batchesOf(refs, REFS_PER_STATEMENT)) {
    const rows: { ref: string }[] = await database('record_mentions')
      .join('records', 'records.id', 'record_mentions.record_id')
      .where('records.kind', 'Asset')
      .whereIn(columns.given, batch)
      .whereRaw(REPLACES_TARGET)
      .select({ ref: columns.wanted });
    found.push(...rows.map(row => row.ref));
  }
  return found;
}

import type { Knex } from 'knex';
import { textList } from '../../database/idList';

/** Picks the mentions that say `planned.replaces`, out of those of assets. */
const REPLACES_TARGET = `assets.spec LIKE
  '%"replaces":"' || record_mentions.target_ref || '"%'`;

/**
 * Refs of the assets whose plan says that they replace one of the given ones,
 * retired ones too.
 */
export async function assetsReplacing(
  database: Knex,
  refs: readonly string[],
): Promise<string[]> {
  const rows: { ref: string }[] = await database('record_mentions')
    .join({ assets: 'records' }, 'assets.id', 'record_mentions.record_id')
    .where('assets.kind', 'Asset')
    .whereIn('record_mentions.target_ref', textList(database, refs))
    .whereRaw(REPLACES_TARGET)
    .select('assets.ref');
  return rows.map(row => row.ref);
}

/**
 * Refs of the assets that the given ones are planned to replace.
 */
export async function assetsReplacedBy(
  database: Knex,
  refs: readonly string[],
): Promise<string[]> {
  // The assets first, by their refs: few mentions make PostgreSQL think it
  // should go through all records for them.
  const rows: { ref: string }[] = await database('record_mentions')
    .withMaterialized('assets', assets =>
      assets
        .from('records')
        .where('kind', 'Asset')
        .whereIn('ref', textList(database, refs))
        .select('id', 'spec'),
    )
    .join('assets', 'assets.id', 'record_mentions.record_id')
    .whereRaw(REPLACES_TARGET)
    .select({ ref: 'record_mentions.target_ref' });
  return rows.map(row => row.ref);
}

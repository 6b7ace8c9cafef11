import type { Knex } from 'knex';
import { textList } from '../../database/idList';
import { textsOf } from '../policies/discoveryFacts';

/**
 * Refs of the licences behind software that was found on these assets: they
 * count devices by their stage, cores, processors, holders and services.
 */
export async function readLicensesFoundOn(
  database: Knex,
  refs: readonly string[],
): Promise<string[]> {
  if (refs.length === 0) {
    return [];
  }
  const rows: { matches: string }[] = await database(
    'software_sightings as sighting',
  )
    .join('records', 'records.id', 'sighting.record_id')
    .join('discovered_items as item', 'item.id', 'sighting.item_id')
    .whereIn('records.ref', textList(database, refs))
    .where('item.state', 'matched')
    .distinct('item.matches as matches');
  return [
    ...new Set(
      rows
        .flatMap(({ matches }) => textsOf(matches))
        .filter(ref => ref.startsWith('license:')),
    ),
  ];
}

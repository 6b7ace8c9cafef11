import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';

/** Rows per statement; below the parameter limits of both engines. */
const ROWS_PER_STATEMENT = 100;

/** Software where it was last seen. */
export interface Sighting {
  itemId: number;
  /** As listed; empty where none was. */
  device: string;
  /** Empty where none was listed. */
  userRef: string;
  /** Service whose bill of materials names it; empty for lists. */
  serviceRef: string;
  /** The asset that the device is. */
  recordId: number | null;
  /** As this list names it, with its version. */
  name: string;
  /** ISO calendar date. */
  lastSeen: string;
  source: string;
}

/** What became of the entries of a list. */
export interface ListCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/**
 * Stores sightings of lists; a later one of the same item, device and user replaces the
 * former. Each may occur once. Returns the counts and those that were written.
 */
export async function writeSightings(
  trx: Knex.Transaction,
  sightings: readonly Sighting[],
): Promise<ListCounts & { written: Sighting[] }> {
  const rows: {
    item_id: unknown;
    device: string;
    user_ref: string;
    last_seen: string;
  }[] = await trx('software_sightings')
    .where('service_ref', '')
    .whereIn(
      'item_id',
      idList(trx, [...new Set(sightings.map(({ itemId }) => itemId))]),
    )
    .select('item_id', 'device', 'user_ref', 'last_seen');
  const former = new Map(
    rows.map(row => [
      sightingKey({
        itemId: integerFromRow(row.item_id),
        device: row.device,
        userRef: row.user_ref,
      }),
      row.last_seen,
    ]),
  );
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const written = sightings.filter(sighting => {
    const before = former.get(sightingKey(sighting));
    if (before !== undefined && before >= sighting.lastSeen) {
      counts.unchanged += 1;
      return false;
    }
    counts[before === undefined ? 'added' : 'changed'] += 1;
    return true;
  });
  for (const batch of batchesOf(written, ROWS_PER_STATEMENT)) {
    await trx('software_sightings')
      .insert(
        batch.map(one => ({
          item_id: one.itemId,
          device: one.device,
          user_ref: one.userRef,
          service_ref: one.serviceRef,
          record_id: one.recordId,
          name: one.name,
          first_seen: one.lastSeen,
          last_seen: one.lastSeen,
          source: one.source,
        })),
      )
      .onConflict(['item_id', 'device', 'user_ref', 'service_ref'])
      .merge(['record_id', 'name', 'last_seen', 'source']);
  }
  return { ...counts, written };
}

/** What identifies a sighting. */
export function sightingKey(
  of: Pick<Sighting, 'itemId' | 'device' | 'userRef'>,
): string {
  return JSON.stringify([of.itemId, of.device, of.userRef]);
}

/** Where an item was found, the last first. */
export async function readSightings(
  database: Knex,
  itemId: number,
  limit: number,
): Promise<(Omit<Sighting, 'itemId' | 'recordId'> & { ref: string | null })[]> {
  const rows: {
    device: string;
    user_ref: string;
    service_ref: string;
    name: string;
    last_seen: string;
    source: string;
    ref: string | null;
  }[] = await database('software_sightings as sighting')
    .leftJoin('records', 'records.id', 'sighting.record_id')
    .where('sighting.item_id', itemId)
    .orderBy([
      { column: 'sighting.last_seen', order: 'desc' },
      { column: 'sighting.id', order: 'desc' },
    ])
    .limit(limit)
    .select(
      'sighting.device as device',
      'sighting.user_ref as user_ref',
      'sighting.service_ref as service_ref',
      'sighting.name as name',
      'sighting.last_seen as last_seen',
      'sighting.source as source',
      'records.ref as ref',
    );
  return rows.map(
    ({
      user_ref: userRef,
      service_ref: serviceRef,
      last_seen: lastSeen,
      ...row
    }) => ({ ...row, userRef, serviceRef, lastSeen }),
  );
}

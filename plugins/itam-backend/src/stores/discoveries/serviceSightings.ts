import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';

/** A product that the bill of materials of a service names. */
export interface ServiceSighting {
  itemId: number;
  /** As the bill names it, with its version. */
  name: string;
}

/** How sightings and answers name a bill of materials as where they are from. */
export function billSource(serviceRef: string): string {
  return `bill of materials of ${serviceRef}`;
}

/** Ids of the items that the bill of materials of a service names. */
export async function readServiceItems(
  database: Knex,
  serviceRef: string,
): Promise<number[]> {
  const rows: { item_id: unknown }[] = await database('software_sightings')
    .where('service_ref', serviceRef)
    .orderBy(['name', 'id'])
    .select('item_id');
  return rows.map(row => integerFromRow(row.item_id));
}

/**
 * Puts what the bill of materials of a service names in the place of what it
 * named before; since when a product is named stays. Each may occur once.
 *
 * @param day - ISO calendar date of the bill
 */
export async function replaceServiceSightings(
  trx: Knex.Transaction,
  serviceRef: string,
  sightings: readonly ServiceSighting[],
  day: string,
): Promise<void> {
  const before: { item_id: unknown; first_seen: string }[] = await trx(
    'software_sightings',
  )
    .where('service_ref', serviceRef)
    .select('item_id', 'first_seen');
  const since = new Map(
    before.map(row => [integerFromRow(row.item_id), row.first_seen]),
  );
  await trx('software_sightings').where('service_ref', serviceRef).delete();
  for (const { itemId, name } of sightings) {
    await trx('software_sightings').insert({
      item_id: itemId,
      device: '',
      user_ref: '',
      record_id: null,
      service_ref: serviceRef,
      name,
      first_seen: since.get(itemId) ?? day,
      last_seen: day,
      source: billSource(serviceRef),
    });
  }
}

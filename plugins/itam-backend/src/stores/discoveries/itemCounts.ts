import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';

/** What lists say of one item, counted. */
export interface ItemCounts {
  devices: number;
  users: number;
  /** Services whose bill of materials names it. */
  services: number;
  lines: number;
  /** Sum of its lines by currency, in minor units. */
  spent: { minor: bigint; currency: string }[];
}

const NOTHING: ItemCounts = {
  devices: 0,
  users: 0,
  services: 0,
  lines: 0,
  spent: [],
};

/** Counts what lists say of items, by id. */
export async function countItems(
  database: Knex,
  ids: readonly number[],
): Promise<(id: number) => ItemCounts> {
  const counts = new Map<number, ItemCounts>();
  const distinct = (column: string, as: string) =>
    database.raw(
      `count(distinct case when ${column} <> '' then ${column} end) as ${as}`,
    );
  const sightings: {
    item_id: unknown;
    devices: unknown;
    users: unknown;
    services: unknown;
  }[] = await database('software_sightings')
    .whereIn('item_id', idList(database, ids))
    .groupBy('item_id')
    .select(
      'item_id',
      distinct('device', 'devices'),
      distinct('user_ref', 'users'),
      distinct('service_ref', 'services'),
    );
  for (const row of sightings) {
    counts.set(integerFromRow(row.item_id), {
      ...NOTHING,
      devices: Number(row.devices),
      users: Number(row.users),
      services: Number(row.services),
    });
  }
  const spend: {
    item_id: unknown;
    currency: string;
    lines: unknown;
    minor: unknown;
  }[] = await database('spend_lines')
    .whereIn('item_id', idList(database, ids))
    .groupBy('item_id', 'currency')
    .orderBy(['item_id', 'currency'])
    .select(
      'item_id',
      'currency',
      database.raw('count(*) as lines'),
      database.raw('cast(sum(amount_minor) as text) as minor'),
    );
  for (const row of spend) {
    const id = integerFromRow(row.item_id);
    const before = counts.get(id) ?? NOTHING;
    counts.set(id, {
      ...before,
      lines: before.lines + Number(row.lines),
      spent: [
        ...before.spent,
        { minor: bigintFromRow(row.minor), currency: row.currency },
      ],
    });
  }
  return id => counts.get(id) ?? NOTHING;
}

/** Refs of the records of the register that items were seen on. */
export async function readSightedRecords(
  database: Knex,
  ids: readonly number[],
): Promise<string[]> {
  const rows: { ref: string }[] = await database('software_sightings')
    .join('records', 'records.id', 'software_sightings.record_id')
    .whereIn('software_sightings.item_id', idList(database, ids))
    .distinct('records.ref as ref');
  return rows.map(row => row.ref);
}

import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { idList, textList } from '../../database/idList';

/** Discovered software on a device of the register. */
export interface SightingFact {
  recordId: number;
  name: string;
  state: string;
  /** Refs of the licences and software records it is matched to. */
  matches: string[];
  /** Empty where no user was named. */
  userRef: string;
  /** ISO calendar date. */
  lastSeen: string;
}

/** Software that discovery found on these records, by name. */
export async function readSightingFacts(
  database: Knex,
  ids: readonly number[],
): Promise<SightingFact[]> {
  const rows: {
    record_id: unknown;
    name: string;
    state: string;
    matches: string;
    user_ref: string;
    last_seen: string;
  }[] = await database('software_sightings as sighting')
    .join('discovered_items as item', 'item.id', 'sighting.item_id')
    .whereIn('sighting.record_id', idList(database, ids))
    .orderBy(['item.name', 'sighting.id'])
    .select(
      'sighting.record_id as record_id',
      'item.name as name',
      'item.state as state',
      'item.matches as matches',
      'sighting.user_ref as user_ref',
      'sighting.last_seen as last_seen',
    );
  return rows.map(row => ({
    recordId: integerFromRow(row.record_id),
    name: row.name,
    state: row.state,
    matches: textsOf(row.matches),
    userRef: row.user_ref,
    lastSeen: row.last_seen,
  }));
}

/** Seats of one licence, where its metric counts users or devices. */
export interface SeatFacts {
  countsSeats: boolean;
  holders: Set<string>;
}

const SEAT_METRICS: readonly string[] = [
  'named-user',
  'device',
  'user-cal',
  'device-cal',
];

/**
 * Who has a seat of these licences on a day, by ref; software records and
 * licences that are retired are absent.
 *
 * @param asOf - ISO calendar date
 */
export async function readSeatFacts(
  database: Knex,
  refs: readonly string[],
  asOf: string,
): Promise<Map<string, SeatFacts>> {
  const licenses: { id: unknown; ref: string; spec: string }[] = await database(
    'records',
  )
    .whereIn('ref', textList(database, refs))
    .where('kind', 'License')
    .whereNull('retired_at')
    .select('id', 'ref', 'spec');
  const facts = new Map<string, SeatFacts>();
  const byId = new Map<number, SeatFacts>();
  for (const { id, ref, spec } of licenses) {
    const one = {
      countsSeats: SEAT_METRICS.includes(metricOf(spec)),
      holders: new Set<string>(),
    };
    facts.set(ref, one);
    byId.set(integerFromRow(id), one);
  }
  const seats: { record_id: unknown; to_ref: string }[] = await database(
    'assignments',
  )
    .whereIn('record_id', idList(database, [...byId.keys()]))
    .where(from => from.whereNull('from_date').orWhere('from_date', '<=', asOf))
    .where(until =>
      until.whereNull('until_date').orWhere('until_date', '>=', asOf),
    )
    .select('record_id', 'to_ref');
  seats.forEach(seat =>
    byId.get(integerFromRow(seat.record_id))?.holders.add(seat.to_ref),
  );
  return facts;
}

/** Reads a stored JSON list of texts. */
export function textsOf(json: string): string[] {
  const value: unknown = JSON.parse(json);
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string')
    : [];
}

function metricOf(spec: string): string {
  const value: unknown = JSON.parse(spec);
  return typeof value === 'object' && value !== null && 'metric' in value
    ? String(value.metric)
    : '';
}

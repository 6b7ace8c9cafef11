import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { idList, textList } from '../../database/idList';
import {
  itemColumns,
  itemFromRow,
  type DiscoveryKind,
  type ItemRow,
  type StoredItem,
} from './itemRow';

/** A product or supplier as a list names it. */
export interface NewItem {
  kind: DiscoveryKind;
  key: string;
  name: string;
  publisher: string | null;
  /** Normalised; empty where none was listed. */
  publisherKey: string;
  /** ISO calendar dates. */
  firstSeen: string;
  lastSeen: string;
}

/** The items with these ids. */
export async function readItems(
  database: Knex,
  ids: readonly number[],
): Promise<StoredItem[]> {
  const rows: ItemRow[] = await database('discovered_items')
    .whereIn('id', idList(database, ids))
    .orderBy('id')
    .select(itemColumns);
  return rows.map(itemFromRow);
}

/** Ids of items after one, in order. */
export async function readItemIds(
  database: Knex,
  afterId: number,
  limit: number,
): Promise<number[]> {
  const rows: { id: unknown }[] = await database('discovered_items')
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .select('id');
  return rows.map(row => integerFromRow(row.id));
}

/** Ids of the items of a kind that have one of these names, or are mapped to one. */
export async function findItemIds(
  database: Knex,
  kind: DiscoveryKind,
  keys: readonly string[],
): Promise<number[]> {
  if (keys.length === 0) {
    return [];
  }
  const rows: { id: unknown }[] = await database('discovered_items')
    .where('kind', kind)
    .where(named =>
      named
        .whereIn('key', textList(database, keys))
        // Few are mapped by hand; which name that is now is looked at later.
        .orWhereNotNull('mapped_to'),
    )
    .orderBy('id')
    .select('id');
  return rows.map(row => integerFromRow(row.id));
}

/** Adds an item or lengthens the time it was seen; returns its id. */
export async function upsertItem(
  trx: Knex.Transaction,
  item: NewItem,
): Promise<number> {
  const { kind, key, publisherKey, firstSeen, lastSeen } = item;
  const found: ItemRow | undefined = await trx('discovered_items')
    .where({ kind, key, publisher_key: publisherKey })
    .first(itemColumns);
  if (found) {
    const stored = itemFromRow(found);
    const first = firstSeen < stored.firstSeen ? firstSeen : stored.firstSeen;
    const last = lastSeen > stored.lastSeen ? lastSeen : stored.lastSeen;
    if (first !== stored.firstSeen || last !== stored.lastSeen) {
      await trx('discovered_items')
        .where('id', stored.id)
        .update({ first_seen: first, last_seen: last });
    }
    return stored.id;
  }
  const [row]: { id: unknown }[] = await trx('discovered_items')
    .insert({
      kind,
      key,
      name: item.name,
      publisher: item.publisher,
      publisher_key: publisherKey,
      state: 'unmatched',
      matches: '[]',
      first_seen: firstSeen,
      last_seen: lastSeen,
      version: 1,
    })
    .returning('id');
  return integerFromRow(row.id);
}

/** Writes what the rules, or a person, say of an item. */
export async function writeItemMatch(
  trx: Knex.Transaction,
  id: number,
  match: Pick<StoredItem, 'state' | 'matchedBy' | 'matches'>,
): Promise<void> {
  await trx('discovered_items')
    .where('id', id)
    .update({
      state: match.state,
      matched_by: match.matchedBy,
      matches: JSON.stringify(match.matches),
    });
}

/** Writes what a person decided about an item, as a new version. */
export async function writeItemDecision(
  trx: Knex.Transaction,
  item: StoredItem,
  decision: {
    state: 'dismissed' | 'unmatched';
    mappedTo: string | null;
    reason: string | null;
    /** Null when a decision is taken back. */
    by: string | null;
    at: Date;
  },
): Promise<void> {
  await trx('discovered_items')
    .where('id', item.id)
    .update({
      state: decision.state,
      mapped_to: decision.mappedTo,
      reason: decision.reason,
      decided_by: decision.by,
      decided_at: decision.by === null ? null : decision.at.toISOString(),
      version: item.version + 1,
    });
}

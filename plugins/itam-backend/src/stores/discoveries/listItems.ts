import type { DiscoveryState } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import {
  itemColumns,
  itemFromRow,
  type DiscoveryKind,
  type ItemRow,
  type StoredItem,
} from './itemRow';

/** A list of discovered items. */
export interface ItemListQuery {
  kind?: DiscoveryKind;
  state?: DiscoveryState;
  /** Part of the name, in any letter case. */
  q?: string;
  sort: 'name' | 'lastSeen';
  order: 'asc' | 'desc';
}

/** The last row of a page. */
export interface ItemPosition {
  value: string;
  id: number;
}

const sortColumns = { name: 'key', lastSeen: 'last_seen' } as const;

/** Where an item stands in the order of a list. */
export function itemPosition(
  item: StoredItem,
  sort: ItemListQuery['sort'],
): ItemPosition {
  return { value: sort === 'name' ? item.key : item.lastSeen, id: item.id };
}

/** The items after a position, at most `limit`. */
export async function listItems(
  knex: Knex,
  query: ItemListQuery,
  page: { after?: ItemPosition; limit: number },
): Promise<StoredItem[]> {
  const column = sortColumns[query.sort];
  const items = matching(knex, query);
  if (query.state !== undefined) {
    items.where('state', query.state);
  }
  if (page.after) {
    items.whereRaw(`(??, id) ${query.order === 'asc' ? '>' : '<'} (?, ?)`, [
      column,
      page.after.value,
      page.after.id,
    ]);
  }
  const rows: ItemRow[] = await items
    .orderBy([
      { column, order: query.order },
      { column: 'id', order: query.order },
    ])
    .limit(page.limit)
    .select(itemColumns);
  return rows.map(itemFromRow);
}

/** How many items of a list there are in each state, whichever is asked for. */
export async function countItemStates(
  knex: Knex,
  query: ItemListQuery,
): Promise<Map<string, number>> {
  const rows: { state: string; count: unknown }[] = await matching(knex, query)
    .groupBy('state')
    .select('state')
    .count({ count: '*' });
  return new Map(rows.map(row => [row.state, integerFromRow(row.count)]));
}

function matching(knex: Knex, { kind, q }: ItemListQuery): Knex.QueryBuilder {
  const items: Knex.QueryBuilder = knex('discovered_items');
  // What bills of materials name no more is left out, unless a person decided.
  items.where(shown =>
    shown
      .where('kind', 'spend')
      .orWhereNotNull('decided_by')
      .orWhereExists(
        knex('software_sightings')
          .whereRaw('software_sightings.item_id = discovered_items.id')
          .select(knex.raw('1')),
      ),
  );
  if (kind !== undefined) {
    items.where('kind', kind);
  }
  if (q !== undefined) {
    items.whereRaw(`lower(name) like ? escape '\\'`, [
      `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`,
    ]);
  }
  return items;
}

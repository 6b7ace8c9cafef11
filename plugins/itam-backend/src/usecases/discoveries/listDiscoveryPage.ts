import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type {
  DiscoveryEntry,
  DiscoveryPage,
  DiscoveryState,
} from '@backstage-itam/plugin-itam-common';
import {
  countItemStates,
  itemPosition,
  listItems,
  type ItemListQuery,
  type ItemPosition,
} from '../../stores/discoveries/listItems';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { readRegisterSecret } from '../records/registerSecret';
import { renderItems } from './renderItems';

const ROWS_AT_A_TIME = 500;
const STATES: readonly DiscoveryState[] = [
  'matched',
  'unmatched',
  'ambiguous',
  'dismissed',
];

/**
 * One page of discovered products and suppliers, and how many are in each
 * state.
 *
 * Throws InputError for a cursor that does not belong to the list.
 */
export async function listDiscoveryPage(
  deps: ReadDeps,
  context: ReadContext,
  query: ItemListQuery,
  page: { cursor?: string; limit: number },
): Promise<DiscoveryPage> {
  const secret = await readRegisterSecret(deps.knex);
  const after =
    page.cursor === undefined
      ? undefined
      : readCursor(page.cursor, query, secret);
  const [rows, states] = await Promise.all([
    // One more than asked tells whether another page follows.
    listItems(deps.knex, query, { after, limit: page.limit + 1 }),
    countItemStates(deps.knex, query),
  ]);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const byState = STATES.map(state => ({
    state,
    items: states.get(state) ?? 0,
  }));
  return {
    items: await renderItems(deps, context, shown),
    totalItems: byState
      .filter(({ state }) => query.state === undefined || state === query.state)
      .reduce((sum, { items }) => sum + items, 0),
    byState,
    nextCursor:
      last && rows.length > page.limit
        ? writeCursor(itemPosition(last, query.sort), query, secret)
        : undefined,
  };
}

/** All items of a list in its order, a part at a time. */
export async function* exportDiscoveries(
  deps: ReadDeps,
  context: ReadContext,
  query: ItemListQuery,
): AsyncGenerator<DiscoveryEntry[]> {
  let after: ItemPosition | undefined;
  for (;;) {
    const rows = await listItems(deps.knex, query, {
      after,
      limit: ROWS_AT_A_TIME,
    });
    yield await renderItems(deps, context, rows);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_A_TIME) {
      return;
    }
    after = itemPosition(last, query.sort);
  }
}

function writeCursor(
  { value, id }: ItemPosition,
  query: ItemListQuery,
  secret: string,
): string {
  return writeSignedCursor(identityOf(query), [value, id], secret);
}

function readCursor(
  cursor: string,
  query: ItemListQuery,
  secret: string,
): ItemPosition {
  const [value, id] = readSignedCursor(identityOf(query), cursor, secret);
  if (typeof value === 'string' && typeof id === 'number') {
    return { value, id };
  }
  throw new InputError('The cursor does not belong to this list');
}

function identityOf({ kind, state, q, sort, order }: ItemListQuery): JsonValue {
  return [
    'discoveries',
    sort,
    order,
    ...[kind, state, q].map(one => one ?? null),
  ];
}

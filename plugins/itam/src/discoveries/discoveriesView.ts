import type {
  DiscoveryQuery,
  ItamSchemas,
} from '@backstage-itam/plugin-itam-common';
import type { AddressChange } from '../view';

/** Discovered names a page shows. */
export const PAGE_SIZES = [25, 50, 100, 200];

/** What lists name. */
export const KINDS = ['software', 'spend'] as const;

/** What became of a name. */
export const STATES: readonly ItamSchemas['DiscoveryState'][] = [
  'unmatched',
  'ambiguous',
  'matched',
  'dismissed',
];

/** How an address says that names of every state are shown. */
export const ANY_STATE = 'any';

const SORTS = ['name', 'lastSeen'] as const;

/** What changes in an address; undefined takes a parameter away. */
export type DiscoveryChange = AddressChange<keyof DiscoveryQuery | 'discovery'>;

/**
 * Reads the question from an address; without a state it is about what nothing
 * is behind.
 */
export function readDiscoveryQuery(search: URLSearchParams): DiscoveryQuery {
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find(value => value === search.get(name));
  const limit = Number(search.get('limit'));
  return {
    kind: one('kind', KINDS),
    state:
      search.get('state') === ANY_STATE
        ? undefined
        : one('state', STATES) ?? 'unmatched',
    q: search.get('q')?.slice(0, 200) || undefined,
    sort: one('sort', SORTS),
    order: one('order', ['asc', 'desc']),
    limit: PAGE_SIZES.includes(limit) ? limit : PAGE_SIZES[0],
    cursor: search.get('cursor') ?? undefined,
  };
}

/**
 * The one that the address asks for in detail.
 */
export function readDiscoveryId(search: URLSearchParams): number | undefined {
  const text = search.get('discovery') ?? '';
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

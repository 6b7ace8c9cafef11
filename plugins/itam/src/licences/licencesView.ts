import type {
  ItamSchemas,
  LicensePositionQuery,
} from '@backstage-itam/plugin-itam-common';
import type { AddressChange } from '../view';

/** Products a page of positions shows. */
export const PAGE_SIZES = [25, 50, 100, 200];

const SORTS = ['product', 'balance', 'waste', 'trueUp'] as const;

/** States in the order of their urgency. */
export const STATES: readonly ItamSchemas['PositionState'][] = [
  'short',
  'unused',
  'balanced',
  'unknown',
  'not-applicable',
];

/** What licences can count. */
export const METRICS: readonly ItamSchemas['LicenseMetric'][] = [
  'named-user',
  'concurrent-user',
  'device',
  'core',
  'processor',
  'instance',
  'site',
  'user-cal',
  'device-cal',
  'consumption',
];

/** What changes in an address; undefined takes a parameter away. */
export type PositionChange = AddressChange<keyof LicensePositionQuery>;

/**
 * Reads the question of the positions from an address; what the register does
 * not know is left out.
 */
export function readPositionQuery(
  search: URLSearchParams,
): LicensePositionQuery {
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find(value => value === search.get(name));
  const text = (name: string) => search.get(name)?.slice(0, 200) || undefined;
  const asOf = search.get('asOf') ?? '';
  const limit = Number(search.get('limit'));
  return {
    asOf: /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : undefined,
    q: text('q'),
    vendor: text('vendor'),
    owner: text('owner'),
    metric: one('metric', METRICS),
    state: one('state', STATES),
    sort: one('sort', SORTS),
    order: one('order', ['asc', 'desc']),
    limit: PAGE_SIZES.includes(limit) ? limit : PAGE_SIZES[0],
    cursor: search.get('cursor') ?? undefined,
  };
}

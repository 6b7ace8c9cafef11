import type { SupplierQuery } from '@backstage-itam/plugin-itam-common';
import type { AddressChange } from '../view';

/** Suppliers a page shows. */
export const PAGE_SIZES = [25, 50, 100];

const SORTS = [
  'vendor',
  'contracts',
  'licenses',
  'assets',
  'nextDecision',
] as const;

/** What changes in an address; undefined takes a parameter away. */
export type SuppliersChange = AddressChange<'q' | 'sort' | 'order' | 'limit'>;

/**
 * Reads the question of the list from an address; what the register does not
 * know is left out.
 */
export function readSupplierQuery(search: URLSearchParams): SupplierQuery {
  const limit = Number(search.get('limit'));
  return {
    q: search.get('q')?.slice(0, 200) || undefined,
    sort: SORTS.find(sort => sort === search.get('sort')),
    order: (['asc', 'desc'] as const).find(
      order => order === search.get('order'),
    ),
    limit: PAGE_SIZES.includes(limit) ? limit : PAGE_SIZES[0],
    cursor: search.get('cursor') ?? undefined,
  };
}

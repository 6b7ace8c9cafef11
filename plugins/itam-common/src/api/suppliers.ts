import { jsonBody, type RegisterRequest } from './registerRequest';
import type { SupplierPage, SupplierQuery } from './types';

/**
 * Suppliers of records.
 * @public
 */
export interface ItamSuppliersApi {
  /** One page of the suppliers of records the caller may read. */
  list(query?: SupplierQuery): Promise<SupplierPage>;
  /** Calls a supplier something, wherever people see it. */
  setTitle(vendor: string, title: string): Promise<void>;
  /** Takes its title away: a supplier is called by its slug again. */
  removeTitle(vendor: string): Promise<void>;
}

/** {@link ItamSuppliersApi} over HTTP. */
export function suppliersClient(request: RegisterRequest): ItamSuppliersApi {
  return {
    list: async (query = {}) => (await request('/suppliers', query)).json(),
    setTitle: async (vendor, title) => {
      await request(titlePath(vendor), undefined, jsonBody('PUT', { title }));
    },
    removeTitle: async vendor => {
      await request(titlePath(vendor), undefined, { method: 'DELETE' });
    },
  };
}

function titlePath(vendor: string): string {
  return `/suppliers/${encodeURIComponent(vendor)}/title`;
}

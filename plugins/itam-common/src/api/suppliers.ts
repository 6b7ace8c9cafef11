import type { RegisterRequest } from './registerRequest';
import type { SupplierPage, SupplierQuery } from './types';

/**
 * Suppliers of records.
 * @public
 */
export interface ItamSuppliersApi {
  /** One page of the suppliers of records the caller may read. */
  list(query?: SupplierQuery): Promise<SupplierPage>;
}

/** {@link ItamSuppliersApi} over HTTP. */
export function suppliersClient(request: RegisterRequest): ItamSuppliersApi {
  return {
    list: async (query = {}) => (await request('/suppliers', query)).json(),
  };
}

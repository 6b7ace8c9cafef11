import type { RegisterRequest } from './registerRequest';
import type { ConfigurationItem, TicketPage, TicketQuery } from './types';

/**
 * Open tickets of connected tools.
 * @public
 */
export interface ItamTicketsApi {
  /**
   * One page of the open tickets about an asset, a service with the assets it
   * uses, or what a group owns.
   */
  list(query: TicketQuery): Promise<TicketPage>;
  /**
   * The services and assets that a configuration item of a tool is; 404 when
   * the caller may see none.
   */
  findItem(source: string, id: string): Promise<ConfigurationItem>;
}

/** {@link ItamTicketsApi} over HTTP. */
export function ticketsClient(request: RegisterRequest): ItamTicketsApi {
  return {
    list: async query => (await request('/tickets', query)).json(),
    findItem: async (source, id) =>
      (
        await request(
          `/configuration-items/${[source, id]
            .map(encodeURIComponent)
            .join('/')}`,
        )
      ).json(),
  };
}

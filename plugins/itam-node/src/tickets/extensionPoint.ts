import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ItamTicketSource } from './ItamTicketSource';

/**
 * Takes sources of tickets, whose tickets are shown with assets, services and
 * teams.
 *
 * @public
 */
export interface ItamTicketsExtensionPoint {
  /** Adds a source. Throws when another one has its id. */
  addTicketSource(source: ItamTicketSource): void;
}

/**
 * Where modules of the plugin `itam` add sources of tickets.
 *
 * @public
 */
export const itamTicketsExtensionPoint =
  createExtensionPoint<ItamTicketsExtensionPoint>({
    id: 'itam.tickets',
  });

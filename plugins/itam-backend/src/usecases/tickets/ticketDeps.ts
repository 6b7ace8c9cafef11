import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ReadDeps } from '../records/readContext';
import type { KeptTickets } from './KeptTickets';
import type { TicketSourceRegistry } from './TicketSourceRegistry';

/** What reading tickets works with. */
export interface TicketDeps extends ReadDeps {
  catalog: Pick<CatalogService, 'getEntitiesByRefs' | 'getEntities'>;
  logger: LoggerService;
  ticketSources: Pick<TicketSourceRegistry, 'all' | 'get'>;
  /** What a source said a short while ago, by its id. */
  keptTickets: { of(sourceId: string): KeptTickets };
}

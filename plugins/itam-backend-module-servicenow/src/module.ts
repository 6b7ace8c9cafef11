import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  itamConnectorsExtensionPoint,
  itamTicketsExtensionPoint,
} from '@backstage-itam/plugin-itam-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { readServiceNowConfig } from './config/readServiceNowConfig';
import { createServiceNowConnector } from './createServiceNowConnector';
import { createServiceNowTickets } from './createServiceNowTickets';
import { AnnotatedServices } from './relations/AnnotatedServices';

/**
 * Brings hardware, software licences and contracts from ServiceNow into the
 * ITAM register, and shows its tickets. Does nothing unless
 * `itam.connectors.servicenow` is configured.
 *
 * @public
 */
export const itamModuleServiceNow = createBackendModule({
  pluginId: 'itam',
  moduleId: 'servicenow',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        connectors: itamConnectorsExtensionPoint,
        tickets: itamTicketsExtensionPoint,
      },
      async init({ auth, catalog, config, connectors, tickets }) {
        const own = readServiceNowConfig(config);
        if (own?.records) {
          connectors.addConnector(
            createServiceNowConnector(
              own,
              new AnnotatedServices({ auth, catalog }),
            ),
          );
        }
        if (own?.tickets) {
          tickets.addTicketSource(createServiceNowTickets(own, own.tickets));
        }
      },
    });
  },
});

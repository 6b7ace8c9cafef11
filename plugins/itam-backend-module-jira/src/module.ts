import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  itamConnectorsExtensionPoint,
  itamTicketsExtensionPoint,
} from '@backstage-itam/plugin-itam-node';
import { readJiraAssetsConfig } from './assets/config/readJiraAssetsConfig';
import { createJiraAssetsConnector } from './assets/createJiraAssetsConnector';
import { readJiraConfig } from './config/readJiraConfig';
import { createJiraTickets } from './createJiraTickets';

/**
 * Brings objects of Assets of Jira Service Management into the ITAM register,
 * and shows tickets with assets, services and teams. Does nothing unless
 * `itam.connectors.jiraAssets` or `itam.tickets.jira` is configured.
 *
 * @public
 */
export const itamModuleJira = createBackendModule({
  pluginId: 'itam',
  moduleId: 'jira',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        connectors: itamConnectorsExtensionPoint,
        tickets: itamTicketsExtensionPoint,
      },
      async init({ config, connectors, tickets }) {
        const assets = readJiraAssetsConfig(config);
        if (assets) {
          connectors.addConnector(createJiraAssetsConnector(assets));
        }
        const own = readJiraConfig(config);
        if (own) {
          tickets.addTicketSource(createJiraTickets(own));
        }
      },
    });
  },
});

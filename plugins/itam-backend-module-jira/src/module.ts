import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { itamTicketsExtensionPoint } from '@backstage-itam/plugin-itam-node';
import { readJiraConfig } from './config/readJiraConfig';
import { createJiraTickets } from './createJiraTickets';

/**
 * Shows tickets of Jira Service Management with assets, services and teams.
 * Does nothing unless `itam.tickets.jira` is configured.
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
        tickets: itamTicketsExtensionPoint,
      },
      async init({ config, tickets }) {
        const own = readJiraConfig(config);
        if (own) {
          tickets.addTicketSource(createJiraTickets(own));
        }
      },
    });
  },
});

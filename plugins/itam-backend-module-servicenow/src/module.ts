import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { itamConnectorsExtensionPoint } from '@backstage-itam/plugin-itam-node';
import { readServiceNowConfig } from './config/readServiceNowConfig';
import { createServiceNowConnector } from './createServiceNowConnector';

/**
 * Brings hardware, software licences and contracts from ServiceNow into the
 * ITAM register. Does nothing unless `itam.connectors.servicenow` is
 * configured.
 *
 * @public
 */
export const itamModuleServiceNow = createBackendModule({
  pluginId: 'itam',
  moduleId: 'servicenow',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        connectors: itamConnectorsExtensionPoint,
      },
      async init({ config, connectors }) {
        const own = readServiceNowConfig(config);
        if (own) {
          connectors.addConnector(createServiceNowConnector(own));
        }
      },
    });
  },
});

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { itamConnectorsExtensionPoint } from '@backstage-itam/plugin-itam-node';
import { readSnipeItConfig } from './config/readSnipeItConfig';
import { createSnipeItConnector } from './createSnipeItConnector';

/**
 * Brings assets and licences from Snipe-IT into the
 * ITAM register. Does nothing unless `itam.connectors.snipeIt` is
 * configured.
 *
 * @public
 */
export const itamModuleSnipeIt = createBackendModule({
  pluginId: 'itam',
  moduleId: 'snipe-it',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        connectors: itamConnectorsExtensionPoint,
      },
      async init({ config, connectors }) {
        const own = readSnipeItConfig(config);
        if (own) {
          connectors.addConnector(createSnipeItConnector(own));
        }
      },
    });
  },
});

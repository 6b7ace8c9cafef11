import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { assetDeclareAction } from './actions/assetDeclareAction';
import { assetRetireAction } from './actions/assetRetireAction';
import { licenceRequestAction } from './actions/licenceRequestAction';

/**
 * Adds the actions `itam:asset:declare`, `itam:licence:request` and
 * `itam:asset:retire` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleItam = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'itam',
  register(reg) {
    reg.registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        config: coreServices.rootConfig,
      },
      async init({ scaffolder, ...deps }) {
        scaffolder.addActions(
          assetDeclareAction(),
          licenceRequestAction(deps),
          assetRetireAction(deps),
        );
      },
    });
  },
});

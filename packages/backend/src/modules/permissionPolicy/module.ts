import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { ExamplePermissionPolicy } from './ExamplePermissionPolicy';
import { readFullAccessGroups } from './readFullAccessGroups';

/** Installs {@link ExamplePermissionPolicy} as the portal's policy. */
export const permissionPolicyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'itam-example-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ config, policy, userInfo }) {
        policy.setPolicy(
          new ExamplePermissionPolicy({
            fullAccessGroups: readFullAccessGroups(config),
            userInfo,
          }),
        );
      },
    });
  },
});

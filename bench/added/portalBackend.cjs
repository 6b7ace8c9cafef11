// The backend of a portal without an app, with the plugins or without them:
// node portalBackend.cjs --config <file>; ITAM=1 adds the plugins.
const { createBackend } = require('@backstage/backend-defaults');
const { createBackendModule } = require('@backstage/backend-plugin-api');
const { AuthorizeResult } = require('@backstage/plugin-permission-common');
const {
  policyExtensionPoint,
} = require('@backstage/plugin-permission-node/alpha');

const PORTAL = [
  '@backstage/plugin-auth-backend',
  '@backstage/plugin-catalog-backend',
  '@backstage/plugin-catalog-backend-module-logs',
  '@backstage/plugin-notifications-backend',
  '@backstage/plugin-permission-backend',
  '@backstage/plugin-search-backend',
  '@backstage/plugin-search-backend-module-catalog',
  '@backstage/plugin-signals-backend',
  '@backstage/plugin-user-settings-backend',
];
const ITAM = [
  '@backstage-itam/plugin-itam-backend',
  '@backstage-itam/plugin-catalog-backend-module-itam',
  '@backstage-itam/plugin-search-backend-module-itam',
];

const allowAll = createBackendModule({
  pluginId: 'permission',
  moduleId: 'allow-all',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          handle: async () => ({ result: AuthorizeResult.ALLOW }),
        });
      },
    });
  },
});

const backend = createBackend();
backend.add(allowAll);
for (const name of [...PORTAL, ...(process.env.ITAM ? ITAM : [])]) {
  // eslint-disable-next-line import/no-dynamic-require
  backend.add(Promise.resolve(require(name)));
}
backend.start();

// Lets go of what is no longer needed, before memory is read.
process.on('SIGUSR2', () => global.gc());

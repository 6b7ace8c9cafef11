// In the place of guest sign-in: the header of a request says who the guest is,
// so that one portal can be looked at by several people.
import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async (name: string) => ({
    profile: { displayName: name },
  }),
  initialize: () => undefined,
  authenticate: async ({ req }) => ({
    result: req.header('x-guest') ?? 'nobody',
  }),
});

export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'guest-personas',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'guest',
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: ({ result }, context) =>
              context.signInWithCatalogUser({ entityRef: { name: result } }),
          }),
        });
      },
    });
  },
});

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { personaAuthenticator } from './authenticator';
import { readPersonas } from './readPersonas';

const CONFIG_KEY = 'auth.providers.persona';

/**
 * Lets visitors of the example portal choose who they are. There is no
 * password, so it is off unless configured, and refused in production.
 */
export const personaSignInModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'persona-sign-in',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, logger, providers }) {
        const personaConfig = config.getOptionalConfig(CONFIG_KEY);
        if (!personaConfig) {
          return;
        }
        if (process.env.NODE_ENV === 'production') {
          throw new Error(
            `${CONFIG_KEY} lets anyone sign in as anyone and must not run in production; remove it from the configuration and install a real sign-in provider`,
          );
        }
        // Read here too: the auth plugin only warns about a provider it cannot
        // set up during development, and a portal nobody can enter is no use.
        const personas = readPersonas(personaConfig);
        logger.warn(
          `Persona sign-in is on: anyone may sign in without a password as ${[
            ...personas.keys(),
          ].join(', ')}`,
        );

        providers.registerProvider({
          providerId: 'persona',
          factory: createProxyAuthProviderFactory({
            authenticator: personaAuthenticator,
            // No fallback: a token for a user the catalog has not read yet
            // would lack the user's groups for as long as it lives.
            signInResolver: ({ result }, ctx) =>
              ctx.signInWithCatalogUser({ entityRef: result.userRef }),
          }),
        });
      },
    });
  },
});

import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { personaListSchema } from './personaListSchema';

/**
 * Replaces the sign-in page by a choice of personas. They come from the
 * configuration of the extension `sign-in-page:app` (key `personas`), which
 * shares its list with the backend's provider.
 */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.makeWithOverrides({
      configSchema: { personas: personaListSchema },
      factory(originalFactory, { config }) {
        return originalFactory({
          loader: async () => {
            const { PersonaSignInPage } = await import('./PersonaSignInPage');
            return props => (
              <PersonaSignInPage {...props} personas={config.personas} />
            );
          },
        });
      },
    }),
  ],
});

import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { readPersonas, type Persona } from './readPersonas';

/** The request header in which the sign-in page names the chosen persona. */
export const PERSONA_HEADER = 'x-itam-persona';

/** Admits exactly the personas the configuration lists. */
export const personaAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async (persona: Persona) => ({
    profile: { displayName: persona.displayName },
  }),
  initialize: ({ config }) => readPersonas(config),
  authenticate: async ({ req }, personas: Map<string, Persona>) => {
    const persona = personas.get(req.header(PERSONA_HEADER) ?? '');
    if (!persona) {
      throw new AuthenticationError(
        `The header ${PERSONA_HEADER} names none of the configured personas`,
      );
    }
    return { result: persona };
  },
});

import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ItamClient } from '@backstage-itam/plugin-itam-common';

/** What actions reach the register with. */
export interface RegisterDeps {
  auth: AuthService;
  discovery: DiscoveryService;
  config: RootConfigService;
}

/** The register, asked as the person who started the task. */
export function registerAsInitiator(
  deps: Pick<RegisterDeps, 'auth' | 'discovery'>,
  context: { getInitiatorCredentials(): Promise<BackstageCredentials> },
): ItamClient {
  return new ItamClient({
    discoveryApi: deps.discovery,
    fetchApi: {
      fetch: async (input, init) => {
        const { token } = await deps.auth.getPluginRequestToken({
          onBehalfOf: await context.getInitiatorCredentials(),
          targetPluginId: 'itam',
        });
        const headers = new Headers(init?.headers);
        headers.set('Authorization', `Bearer ${token}`);
        return fetch(input, { ...init, headers });
      },
    },
  });
}

import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ItamClient } from '@backstage-itam/plugin-itam-common';

/** The register, asked as the plugin itself. */
export function registerAsService(deps: {
  auth: AuthService;
  discovery: DiscoveryService;
}): ItamClient {
  return new ItamClient({
    discoveryApi: deps.discovery,
    fetchApi: {
      fetch: async (input, init) => {
        const { token } = await deps.auth.getPluginRequestToken({
          onBehalfOf: await deps.auth.getOwnServiceCredentials(),
          targetPluginId: 'itam',
        });
        const headers = new Headers(init?.headers);
        headers.set('Authorization', `Bearer ${token}`);
        return fetch(input, { ...init, headers });
      },
    },
  });
}

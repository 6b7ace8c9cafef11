import { SourceError, sourceField } from '@backstage-itam/plugin-itam-node';
import type { ServiceNowAuth } from '../config/ServiceNowConfig';

const TIMEOUT_MS = 30_000;
/** A token is not used in its last minute. */
const MARGIN_MS = 60_000;

/**
 * The value of the `Authorization` header. A token is asked for once and kept
 * until it ends or the instance refuses it.
 */
export function authorizationOf(
  baseUrl: string,
  auth: ServiceNowAuth,
  now: () => number = Date.now,
): (renew: boolean) => Promise<string> {
  switch (auth.kind) {
    case 'basic': {
      const pair = Buffer.from(`${auth.username}:${auth.password}`);
      return async () => `Basic ${pair.toString('base64')}`;
    }
    case 'token':
      return async () => `Bearer ${auth.token}`;
    default: {
      let kept: { token: string; until: number } | undefined;
      return async renew => {
        if (!kept || renew || now() >= kept.until) {
          const { token, lifeMs } = await requestToken(baseUrl, auth);
          kept = { token, until: now() + lifeMs - MARGIN_MS };
        }
        return `Bearer ${kept.token}`;
      };
    }
  }
}

async function requestToken(
  baseUrl: string,
  { clientId, clientSecret, user }: Extract<ServiceNowAuth, { kind: 'oauth' }>,
): Promise<{ token: string; lifeMs: number }> {
  const body = new URLSearchParams({
    grant_type: user ? 'password' : 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    ...user,
  });
  let answer: unknown;
  let status: number;
  try {
    const response = await fetch(
      new URL('oauth_token.do', withSlash(baseUrl)),
      {
        method: 'POST',
        body,
        headers: { Accept: 'application/json' },
        // Credentials go nowhere else.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    );
    status = response.status;
    answer = await response.json();
  } catch {
    throw new SourceError('The instance gives no token for now', 'unavailable');
  }
  const token = sourceField(answer, 'access_token');
  if (typeof token !== 'string' || token === '') {
    throw new SourceError(
      `The instance gives no token for our client (${status})`,
      status >= 500 || status === 429 ? 'unavailable' : 'refused',
    );
  }
  const seconds = Number(sourceField(answer, 'expires_in'));
  return { token, lifeMs: (seconds > 0 ? seconds : 1_800) * 1_000 };
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

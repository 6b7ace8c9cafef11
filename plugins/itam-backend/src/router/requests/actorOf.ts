import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Who acts, as histories and idempotency keys name them: the ref of a user, or
 * the subject of a service such as `plugin:catalog`.
 */
export function actorOf(credentials: BackstageCredentials): string {
  const principal: unknown = credentials.principal;
  if (typeof principal === 'object' && principal !== null) {
    if ('userEntityRef' in principal) {
      return String(principal.userEntityRef);
    }
    if ('subject' in principal) {
      return String(principal.subject);
    }
  }
  throw new Error('Credentials without a user or service cannot act');
}

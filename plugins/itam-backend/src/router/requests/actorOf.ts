import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { userRefOf } from '../../permissions/userRefOf';

/**
 * Who acts, as histories and idempotency keys name them: the ref of a user, or
 * the subject of a service such as `plugin:catalog`.
 */
export function actorOf(credentials: BackstageCredentials): string {
  const user = userRefOf(credentials);
  if (user !== undefined) {
    return user;
  }
  const principal: unknown = credentials.principal;
  if (
    typeof principal === 'object' &&
    principal !== null &&
    'subject' in principal
  ) {
    return String(principal.subject);
  }
  throw new Error('Credentials without a user or service cannot act');
}

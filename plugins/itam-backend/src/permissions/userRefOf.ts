import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** The ref of the user who asks; undefined for services and for nobody. */
export function userRefOf({
  principal,
}: BackstageCredentials<unknown>): string | undefined {
  return typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal
    ? String(principal.userEntityRef)
    : undefined;
}

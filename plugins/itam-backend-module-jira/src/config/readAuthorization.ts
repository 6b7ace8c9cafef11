import type { ConnectorSection } from '@backstage-itam/plugin-itam-node';

/**
 * The value of the `Authorization` header from `auth` of a section.
 *
 * Throws InputError that names what is allowed there.
 */
export function readAuthorization(section: ConnectorSection): string {
  const { config } = section;
  const token = config.getOptionalString('auth.token');
  if (token !== undefined) {
    return `Bearer ${token}`;
  }
  const email = config.getOptionalString('auth.email');
  if (email === undefined) {
    return section.refuse('auth', 'email and apiToken, or a token');
  }
  const pair = Buffer.from(`${email}:${config.getString('auth.apiToken')}`);
  return `Basic ${pair.toString('base64')}`;
}

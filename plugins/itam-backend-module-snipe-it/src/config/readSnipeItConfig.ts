import type { Config } from '@backstage/config';
import { ConnectorSection } from '@backstage-itam/plugin-itam-node';
import type { SnipeItConfig } from './SnipeItConfig';

/** More are not given, unless the installation says otherwise. */
const MOST_ROWS = 500;

/**
 * Reads `itam.connectors.snipeIt`; undefined when there is none, and then
 * nothing is read from Snipe-IT.
 *
 * Throws InputError that names the key and what is allowed there.
 */
export function readSnipeItConfig(root: Config): SnipeItConfig | undefined {
  const section = ConnectorSection.find(root, 'itam.connectors.snipeIt');
  if (!section) {
    return undefined;
  }
  const { config } = section;
  const decimal = section.choice('decimal', ['point', 'comma']);
  return {
    baseUrl: section.baseUrl(),
    token: config.getString('token'),
    settings: section.settings({ dateFormat: 'YYYY-MM-DD', decimal }),
    pageSize: section.wholeNumber('pageSize', {
      least: 2,
      most: MOST_ROWS,
      usual: 200,
    }),
    userNamespace: config.getOptionalString('users.namespace') ?? 'default',
    userKey: section.choice('users.key', ['username', 'email']),
    types: section.texts('types'),
    companies: section.texts('companies'),
  };
}

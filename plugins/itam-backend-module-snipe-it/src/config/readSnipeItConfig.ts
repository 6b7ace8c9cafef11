import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readConnectorSettings } from '@backstage-itam/plugin-itam-node';
import type { SnipeItConfig } from './SnipeItConfig';

const KEY = 'itam.connectors.snipeIt';
const DEFAULT_PAGE = 200;
/** More are not given, unless the installation says otherwise. */
const MOST_ROWS = 500;

/**
 * Reads `itam.connectors.snipeIt`; undefined when there is none, and then
 * nothing is read from Snipe-IT.
 *
 * Throws InputError that names the key and what is allowed there.
 */
export function readSnipeItConfig(root: Config): SnipeItConfig | undefined {
  const config = root.getOptionalConfig(KEY);
  if (!config) {
    return undefined;
  }
  const pageSize = config.getOptionalNumber('pageSize') ?? DEFAULT_PAGE;
  if (!Number.isInteger(pageSize) || pageSize < 2 || pageSize > MOST_ROWS) {
    refuse('pageSize', `a whole number from 2 to ${MOST_ROWS}`);
  }
  const userKey = config.getOptionalString('users.key') ?? 'username';
  if (userKey !== 'username' && userKey !== 'email') {
    return refuse('users.key', 'username or email');
  }
  const decimal = config.getOptionalString('decimal') ?? 'point';
  if (decimal !== 'point' && decimal !== 'comma') {
    return refuse('decimal', 'point or comma');
  }
  return {
    baseUrl: readBaseUrl(config),
    token: config.getString('token'),
    settings: readConnectorSettings(config, KEY, {
      dateFormat: 'YYYY-MM-DD',
      decimal,
    }),
    pageSize,
    userNamespace: config.getOptionalString('users.namespace') ?? 'default',
    userKey,
    types: textsAt(config, 'types'),
    companies: textsAt(config, 'companies'),
  };
}

function readBaseUrl(config: Config): string {
  const text = config.getString('baseUrl');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.username === ''
    ? text
    : refuse('baseUrl', 'an http or https address without credentials');
}

function textsAt(config: Config, key: string): Record<string, string> {
  const texts = config.getOptional<Record<string, unknown>>(key) ?? {};
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) =>
      typeof text === 'string'
        ? [name, text]
        : refuse(`${key}.${name}`, 'text'),
    ),
  );
}

function refuse(key: string, allowed: string): never {
  throw new InputError(`Configuration ${KEY}.${key}: expected ${allowed}`);
}

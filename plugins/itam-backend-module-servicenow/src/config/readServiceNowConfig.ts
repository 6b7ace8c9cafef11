import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readConnectorSettings } from '@backstage-itam/plugin-itam-node';
import {
  TABLES,
  type ServiceNowAuth,
  type ServiceNowConfig,
} from './ServiceNowConfig';

const KEY = 'itam.connectors.servicenow';
const DEFAULT_PAGE = 200;
const MOST_ROWS = 1_000;
/** Where the Backstage plugin for ServiceNow has its annotation. */
const DEFAULT_ENTITY_COLUMN = 'u_backstage_entity_id';

/**
 * Reads `itam.connectors.servicenow`; undefined when there is none, and then
 * nothing is read from ServiceNow.
 *
 * Throws InputError that names the key and what is allowed there.
 */
export function readServiceNowConfig(
  root: Config,
): ServiceNowConfig | undefined {
  const config = root.getOptionalConfig(KEY);
  if (!config) {
    return undefined;
  }
  const pageSize = config.getOptionalNumber('pageSize') ?? DEFAULT_PAGE;
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > MOST_ROWS) {
    refuse('pageSize', `a whole number from 1 to ${MOST_ROWS}`);
  }
  const userKey = config.getOptionalString('users.key') ?? 'user_name';
  if (userKey !== 'user_name' && userKey !== 'email') {
    return refuse('users.key', 'user_name or email');
  }
  return {
    baseUrl: readBaseUrl(config),
    auth: readAuth(config),
    // Values, not what people see, so one way for all instances.
    settings: readConnectorSettings(config, KEY, {
      dateFormat: 'YYYY-MM-DD',
      decimal: 'point',
    }),
    queries: readQueries(config),
    pageSize,
    userNamespace: config.getOptionalString('users.namespace') ?? 'default',
    userKey,
    groups: textsAt(config, 'groups'),
    types: textsAt(config, 'types'),
    contractTypes: textsAt(config, 'contractTypes'),
    records: config.getOptionalBoolean('records') ?? true,
    ...(config.has('tickets') ? { tickets: readTickets(config) } : {}),
  };
}

function readTickets(config: Config): NonNullable<ServiceNowConfig['tickets']> {
  const entityColumn =
    config.getOptionalString('tickets.entityColumn') ?? DEFAULT_ENTITY_COLUMN;
  return /^[a-z][a-z0-9_]*$/.test(entityColumn)
    ? { entityColumn }
    : refuse('tickets.entityColumn', 'the name of a column');
}

function readBaseUrl(config: Config): string {
  const text = config.getString('baseUrl');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.username === ''
    ? text
    : refuse('baseUrl', 'an http or https address without credentials');
}

function readAuth(config: Config): ServiceNowAuth {
  const token = config.getOptionalString('auth.token');
  if (token !== undefined) {
    return { kind: 'token', token };
  }
  const oauth = config.getOptionalConfig('auth.oauth');
  const username = config.getOptionalString('auth.username');
  const user =
    username === undefined
      ? undefined
      : { username, password: config.getString('auth.password') };
  if (oauth) {
    return {
      kind: 'oauth',
      clientId: oauth.getString('clientId'),
      clientSecret: oauth.getString('clientSecret'),
      ...(user ? { user } : {}),
    };
  }
  return user
    ? { kind: 'basic', ...user }
    : refuse('auth', 'username and password, a token, or oauth');
}

function readQueries(config: Config): Record<string, string> {
  const queries = textsAt(config, 'queries');
  for (const table of Object.keys(queries)) {
    if (!TABLES.some(known => known === table)) {
      refuse(`queries.${table}`, `one of ${TABLES.join(', ')}`);
    }
    if (/ORDERBY|\^NQ/.test(queries[table])) {
      refuse(`queries.${table}`, 'a query without ORDERBY and ^NQ');
    }
  }
  return queries;
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

import type { Config } from '@backstage/config';
import { ConnectorSection } from '@backstage-itam/plugin-itam-node';
import {
  TABLES,
  type ServiceNowAuth,
  type ServiceNowConfig,
} from './ServiceNowConfig';

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
  const section = ConnectorSection.find(root, 'itam.connectors.servicenow');
  if (!section) {
    return undefined;
  }
  const { config } = section;
  return {
    baseUrl: section.baseUrl(),
    auth: readAuth(section),
    // Values, not what people see, so one way for all instances.
    settings: section.settings({ dateFormat: 'YYYY-MM-DD', decimal: 'point' }),
    queries: readQueries(section),
    pageSize: section.wholeNumber('pageSize', {
      least: 1,
      most: 1_000,
      usual: 200,
    }),
    userNamespace: config.getOptionalString('users.namespace') ?? 'default',
    userKey: section.choice('users.key', ['user_name', 'email']),
    groups: section.texts('groups'),
    types: section.texts('types'),
    contractTypes: section.texts('contractTypes'),
    records: section.config.getOptionalBoolean('records') ?? true,
    ...(section.config.has('tickets') ? { tickets: readTickets(section) } : {}),
  };
}

function readTickets(
  section: ConnectorSection,
): NonNullable<ServiceNowConfig['tickets']> {
  const entityColumn =
    section.config.getOptionalString('tickets.entityColumn') ??
    DEFAULT_ENTITY_COLUMN;
  return /^[a-z][a-z0-9_]*$/.test(entityColumn)
    ? { entityColumn }
    : section.refuse('tickets.entityColumn', 'the name of a column');
}

function readAuth(section: ConnectorSection): ServiceNowAuth {
  const { config } = section;
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
    : section.refuse('auth', 'username and password, a token, or oauth');
}

function readQueries(section: ConnectorSection): Record<string, string> {
  const queries = section.texts('queries');
  for (const table of Object.keys(queries)) {
    if (!TABLES.some(known => known === table)) {
      section.refuse(`queries.${table}`, `one of ${TABLES.join(', ')}`);
    }
    if (/ORDERBY|\^NQ/.test(queries[table])) {
      section.refuse(`queries.${table}`, 'a query without ORDERBY and ^NQ');
    }
  }
  return queries;
}

import type { Config } from '@backstage/config';
import { ConnectorSection } from '@backstage-itam/plugin-itam-node';
import {
  TABLES,
  type RelationsConfig,
  type ServiceNowAuth,
  type ServiceNowConfig,
} from './ServiceNowConfig';

/** Where the Backstage plugin for ServiceNow has its annotation. */
const DEFAULT_ENTITY_COLUMN = 'u_backstage_entity_id';
const COLUMN = /^[a-z][a-z0-9_]*$/;
const CLASS = /^[a-z][a-z0-9_]*\*?$/;
/** Ends a condition or a list of values in an encoded query. */
const UNSAFE = /[\^,\r\n]/;
/** Types of the base system by which something needs what is below it. */
const DEFAULT_TYPES = [
  'Runs on::Runs',
  'Depends on::Used by',
  'Hosted on::Hosts',
];
/** The class of services and those of the base system below it. */
const DEFAULT_CLASSES = ['cmdb_ci_service*', 'cmdb_ci_query_based_service'];

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
    ...(section.config.has('relations') &&
    (section.config.getOptionalBoolean('relations.enabled') ?? true)
      ? { relations: readRelations(section) }
      : {}),
    records: section.config.getOptionalBoolean('records') ?? true,
    ...(section.config.has('tickets') ? { tickets: readTickets(section) } : {}),
  };
}

function readRelations(section: ConnectorSection): RelationsConfig {
  const { config } = section;
  const list = (
    name: string,
    usual: readonly string[],
    isAllowed: (text: string) => boolean,
    allowed: string,
  ) => {
    const texts = config.getOptionalStringArray(name) ?? usual;
    return texts.length > 0 && texts.every(isAllowed)
      ? texts
      : section.refuse(name, allowed);
  };
  const entityColumn = config.getOptionalString('relations.entityColumn');
  if (entityColumn !== undefined && !COLUMN.test(entityColumn)) {
    section.refuse('relations.entityColumn', 'the name of a column');
  }
  return {
    types: list(
      'relations.types',
      DEFAULT_TYPES,
      text => text.trim() !== '' && !UNSAFE.test(text),
      'names of relation types without ^ and commas',
    ),
    classes: list(
      'relations.classes',
      DEFAULT_CLASSES,
      text => CLASS.test(text),
      'names of classes, with a * at the end for any ending',
    ),
    depth: section.wholeNumber('relations.depth', {
      least: 1,
      most: 10,
      usual: 3,
    }),
    ...(entityColumn === undefined ? {} : { entityColumn }),
  };
}

function readTickets(
  section: ConnectorSection,
): NonNullable<ServiceNowConfig['tickets']> {
  const entityColumn =
    section.config.getOptionalString('tickets.entityColumn') ??
    DEFAULT_ENTITY_COLUMN;
  return COLUMN.test(entityColumn)
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

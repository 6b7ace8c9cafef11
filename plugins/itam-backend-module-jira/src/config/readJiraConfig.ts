import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { TicketKind } from '@backstage-itam/plugin-itam-node';
import type { JiraConfig } from './JiraConfig';

const KEY = 'itam.tickets.jira';
/** Projects of Jira Service Management, not those of developers. */
const DEFAULT_QUERY = 'projectType = service_desk';
const KINDS: readonly TicketKind[] = [
  'incident',
  'problem',
  'change',
  'request',
  'other',
];

/**
 * Reads `itam.tickets.jira`; undefined when there is none, and then nothing is
 * read from Jira.
 *
 * Throws InputError that names the key and what is allowed there.
 */
export function readJiraConfig(root: Config): JiraConfig | undefined {
  const config = root.getOptionalConfig(KEY);
  if (!config) {
    return undefined;
  }
  const edition = config.getOptionalString('edition') ?? 'cloud';
  if (edition !== 'cloud' && edition !== 'data-center') {
    return refuse('edition', 'cloud or data-center');
  }
  const query = config.getOptional('query') ?? DEFAULT_QUERY;
  if (typeof query !== 'string' || /\border\s+by\b/i.test(query)) {
    return refuse('query', 'JQL without ORDER BY');
  }
  return {
    baseUrl: readBaseUrl(config),
    edition,
    authorization: readAuthorization(config),
    query: query.trim(),
    kinds: readKinds(config),
  };
}

function readBaseUrl(config: Config): string {
  const text = config.getString('baseUrl');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.username === ''
    ? text
    : refuse('baseUrl', 'an http or https address without credentials');
}

function readAuthorization(config: Config): string {
  const token = config.getOptionalString('auth.token');
  if (token !== undefined) {
    return `Bearer ${token}`;
  }
  const email = config.getOptionalString('auth.email');
  if (email === undefined) {
    return refuse('auth', 'email and apiToken, or a token');
  }
  const pair = Buffer.from(`${email}:${config.getString('auth.apiToken')}`);
  return `Basic ${pair.toString('base64')}`;
}

function readKinds(config: Config): Record<string, TicketKind> {
  const kinds = config.getOptional<Record<string, unknown>>('kinds') ?? {};
  return Object.fromEntries(
    Object.entries(kinds).map(([type, kind]) => [
      type.toLowerCase(),
      KINDS.find(one => one === kind) ??
        refuse(`kinds.${type}`, `one of ${KINDS.join(', ')}`),
    ]),
  );
}

function refuse(key: string, allowed: string): never {
  throw new InputError(`Configuration ${KEY}.${key}: expected ${allowed}`);
}

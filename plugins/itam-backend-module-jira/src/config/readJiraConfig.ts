import type { Config } from '@backstage/config';
import {
  ConnectorSection,
  type TicketKind,
} from '@backstage-itam/plugin-itam-node';
import type { JiraConfig } from './JiraConfig';
import { readAuthorization } from './readAuthorization';

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
  const section = ConnectorSection.find(root, 'itam.tickets.jira');
  if (!section) {
    return undefined;
  }
  const query = section.config.getOptional('query') ?? DEFAULT_QUERY;
  if (typeof query !== 'string' || /\border\s+by\b/i.test(query)) {
    return section.refuse('query', 'JQL without ORDER BY');
  }
  return {
    baseUrl: section.baseUrl(),
    edition: section.choice('edition', ['cloud', 'data-center']),
    authorization: readAuthorization(section),
    query: query.trim(),
    kinds: readKinds(section),
  };
}

function readKinds(section: ConnectorSection): Record<string, TicketKind> {
  return Object.fromEntries(
    Object.entries(section.texts('kinds')).map(([type, kind]) => [
      type.toLowerCase(),
      KINDS.find(one => one === kind) ??
        section.refuse(`kinds.${type}`, `one of ${KINDS.join(', ')}`),
    ]),
  );
}

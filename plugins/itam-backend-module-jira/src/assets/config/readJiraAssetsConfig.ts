import type { Config } from '@backstage/config';
import { ConnectorSection } from '@backstage-itam/plugin-itam-node';
import { readAuthorization } from '../../config/readAuthorization';
import type { JiraAssetsConfig } from './JiraAssetsConfig';
import { readObjectTypes } from './readObjectTypes';

/**
 * Fewer leave no room for what pages have in common. With 1000 or more, Cloud
 * has said that a page is the last one when it was not (JSDCLOUD-16556).
 */
const PAGE_SIZES = { least: 20, most: 500, usual: 100 };

/**
 * Reads `itam.connectors.jiraAssets`; undefined when there is none, and then
 * nothing is read from Assets.
 *
 * Throws InputError that names the key and what is allowed there.
 */
export function readJiraAssetsConfig(
  root: Config,
): JiraAssetsConfig | undefined {
  const section = ConnectorSection.find(root, 'itam.connectors.jiraAssets');
  if (!section) {
    return undefined;
  }
  const { config } = section;
  const workspaceId = config.getOptionalString('workspaceId');
  return {
    baseUrl: section.baseUrl(),
    edition: section.choice('edition', ['cloud', 'data-center']),
    apiUrl: readApiUrl(section),
    ...(workspaceId === undefined ? {} : { workspaceId }),
    authorization: readAuthorization(section),
    settings: section.settings({ dateFormat: 'YYYY-MM-DD', decimal: 'point' }),
    pageSize: section.wholeNumber('pageSize', PAGE_SIZES),
    timeZone: readTimeZone(section),
    userNamespace: config.getOptionalString('users.namespace') ?? 'default',
    userKey: section.choice('users.key', ['email', 'name']),
    entities: section.texts('entities'),
    words: section.texts('words'),
    objectTypes: readObjectTypes(section),
  };
}

function readApiUrl(section: ConnectorSection): string {
  const text =
    section.config.getOptionalString('apiUrl') ?? 'https://api.atlassian.com';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.username === ''
    ? text
    : section.refuse('apiUrl', 'an http or https address without credentials');
}

function readTimeZone(section: ConnectorSection): string {
  const timeZone = section.config.getOptionalString('timeZone') ?? 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions()
      .timeZone;
  } catch {
    return section.refuse('timeZone', 'a time zone such as Europe/Berlin');
  }
}

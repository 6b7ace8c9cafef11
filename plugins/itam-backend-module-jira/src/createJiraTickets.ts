import {
  SourceHttp,
  type ItamTicketSource,
  type SourceHttpOptions,
} from '@backstage-itam/plugin-itam-node';
import { IssueReader } from './client/IssueReader';
import { ProjectReader } from './client/ProjectReader';
import type { JiraConfig } from './config/JiraConfig';
import { JiraTickets } from './tickets/JiraTickets';

const MEBIBYTE = 1_048_576;

/** Reads open issues; somebody waits for the answer. */
export function createJiraTickets(
  config: JiraConfig,
  options: Partial<SourceHttpOptions> = {},
): ItamTicketSource {
  const http = new SourceHttp({
    baseUrl: config.baseUrl,
    authorization: async () => config.authorization,
    tries: 2,
    timeoutMs: 8_000,
    mostWaitMs: 2_000,
    mostBytes: 8 * MEBIBYTE,
    backoff: { firstMs: 250, mostMs: 1_000 },
    ...options,
  });
  return new JiraTickets(
    new ProjectReader(http, config.edition),
    new IssueReader(http, config.edition),
    config,
  );
}

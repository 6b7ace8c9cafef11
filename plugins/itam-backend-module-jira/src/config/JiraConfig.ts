import type { TicketKind } from '@backstage-itam/plugin-itam-node';

/** How Jira is read. */
export interface JiraConfig {
  /** Address of the site. */
  baseUrl: string;
  /** Cloud and Data Center search in different ways. */
  edition: 'cloud' | 'data-center';
  /** The value of the `Authorization` header. */
  authorization: string;
  /** JQL that narrows what counts as a ticket; empty for all issues. */
  query: string;
  /** What issues are, by the name of their type. */
  kinds: Readonly<Record<string, TicketKind>>;
}

import {
  SourceError,
  sourceField,
  sourceLine,
  type SourceHttp,
} from '@backstage-itam/plugin-itam-node';
import type { JiraConfig } from '../config/JiraConfig';
import { pathOf } from './pathOf';

/** Fields of issues that are asked for. */
const FIELDS = [
  'summary',
  'status',
  'priority',
  'issuetype',
  'created',
  'updated',
  'duedate',
  'assignee',
  'project',
  'components',
  'labels',
].join(',');

/** Some issues of a search. */
export interface IssuePage {
  issues: readonly unknown[];
  /** Where the next ones are; undefined at the end. */
  next?: string;
  /** Whether issues came or went between the pages. */
  shifted: boolean;
}

/**
 * Searches issues.
 *
 * @remarks
 * Jira Cloud gives a token for the next page, and none with the last one.
 * Data Center counts from the start of a list that changes meanwhile; both may
 * answer with fewer issues than asked for.
 */
export class IssueReader {
  readonly #http: SourceHttp;
  readonly #edition: JiraConfig['edition'];

  constructor(http: SourceHttp, edition: JiraConfig['edition']) {
    this.#http = http;
    this.#edition = edition;
  }

  /** Issues from a position on. Throws SourceError. */
  async search(
    question: { jql: string; limit: number; cursor?: string },
    signal: AbortSignal,
  ): Promise<IssuePage> {
    return this.#edition === 'cloud'
      ? await this.#byToken(question, signal)
      : await this.#byPosition(question, signal);
  }

  async #byToken(
    question: { jql: string; limit: number; cursor?: string },
    signal: AbortSignal,
  ): Promise<IssuePage> {
    const { jql, limit, cursor } = question;
    const { body } = await this.#http.get(
      pathOf('rest/api/3/search/jql', [
        ['jql', jql],
        ['fields', FIELDS],
        ['maxResults', String(limit)],
        ...(cursor === undefined
          ? []
          : [['nextPageToken', cursor] satisfies [string, string]]),
      ]),
      signal,
    );
    const next = sourceLine(sourceField(body, 'nextPageToken'));
    if (next !== '' && next === cursor) {
      throw new SourceError('The search does not come to an end', 'answer');
    }
    return {
      issues: issuesOf(body),
      ...(next === '' || sourceField(body, 'isLast') === true ? {} : { next }),
      shifted: false,
    };
  }

  async #byPosition(
    question: { jql: string; limit: number; cursor?: string },
    signal: AbortSignal,
  ): Promise<IssuePage> {
    const { jql, limit, cursor } = question;
    const [startAt, before] =
      cursor === undefined ? [0, undefined] : positionOf(cursor);
    const { body } = await this.#http.get(
      pathOf('rest/api/2/search', [
        ['jql', jql],
        ['fields', FIELDS],
        ['maxResults', String(limit)],
        ['startAt', String(startAt)],
      ]),
      signal,
    );
    const issues = issuesOf(body);
    const total = Number(sourceField(body, 'total'));
    if (!Number.isSafeInteger(total)) {
      throw new SourceError('The search does not tell its total', 'answer');
    }
    const end = startAt + issues.length;
    return {
      issues,
      ...(issues.length > 0 && end < total
        ? { next: JSON.stringify([end, total]) }
        : {}),
      shifted: before !== undefined && before !== total,
    };
  }
}

function positionOf(cursor: string): [number, number] {
  const position: [number, number] = JSON.parse(cursor);
  return position;
}

function issuesOf(body: unknown): readonly unknown[] {
  const issues = sourceField(body, 'issues');
  if (!Array.isArray(issues)) {
    throw new SourceError('The answer is no list of issues', 'answer');
  }
  return issues;
}

import type { IncomingMessage, ServerResponse } from 'node:http';
// The frame that all such servers share.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import {
  LoopbackServer,
  send,
} from '@backstage-itam/plugin-itam-backend/testUtils';

export { send };

/** An issue as far as the fake has to know it. */
export interface FakeIssue {
  id: string;
  key: string;
  fields: {
    project: { id: string; key: string; name: string };
    components: { name: string }[];
    labels: string[];
    status: { name: string; statusCategory: { key: string } };
    [field: string]: unknown;
  };
}

/**
 * The search of Jira as its documentation says it behaves: a query that names
 * a component that is not there is refused as a whole, a page may be shorter
 * than asked for, the last one has no token, and positions are counted in a
 * list that changes.
 */
export class FakeJira extends LoopbackServer {
  readonly projects = new Map<string, { id: string; components: string[] }>();
  issues: FakeIssue[] = [];
  /** However many are asked for, a page has no more. */
  mostIssues = 100;

  protected override answer(
    req: IncomingMessage,
    res: ServerResponse,
    url: URL,
  ): void {
    const basic = `Basic ${btoa('reader@acme.example:secret')}`;
    if (![basic, 'Bearer pat'].includes(req.headers.authorization ?? '')) {
      send(res, 401, { errorMessages: ['Unauthorized'] });
      return;
    }
    const projects = [...this.projects].map(([key, { id }]) => ({ key, id }));
    switch (url.pathname) {
      case '/rest/api/3/project/search': {
        const keys = url.searchParams.getAll('keys');
        send(res, 200, {
          values: projects.filter(({ key }) => keys.includes(key)),
          isLast: true,
        });
        return;
      }
      case '/rest/api/2/project':
        send(res, 200, projects);
        return;
      case '/rest/api/3/search/jql':
      case '/rest/api/2/search':
        this.#search(res, url);
        return;
      default:
        send(res, 404, { errorMessages: ['dead link'] });
    }
  }

  #search(res: ServerResponse, url: URL): void {
    const jql = url.searchParams.get('jql') ?? '';
    const known = [...this.projects.values()].flatMap(one => one.components);
    const components = [...jql.matchAll(/component in \(([^)]*)\)/g)].flatMap(
      match =>
        [...match[1].matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(one => one[1]),
    );
    const missing = components.find(
      name => !known.some(one => one.toLowerCase() === name.toLowerCase()),
    );
    if (missing !== undefined) {
      send(res, 400, {
        errorMessages: [
          `The value '${missing}' does not exist for the field 'component'.`,
        ],
      });
      return;
    }
    const found = this.issues.filter(({ fields }) =>
      jql
        .slice(0, jql.indexOf(' AND statusCategory'))
        .split(' OR ')
        .some(
          clause =>
            clause.includes(`project = ${fields.project.id}`) &&
            (!clause.includes('component in') ||
              fields.components.some(({ name }) =>
                clause.toLowerCase().includes(`"${name.toLowerCase()}"`),
              )) &&
            (!clause.includes('labels in') ||
              fields.labels.some(label => clause.includes(`"${label}"`))),
        ),
    );
    const limit = Math.min(
      Number(url.searchParams.get('maxResults')),
      this.mostIssues,
    );
    if (url.pathname.includes('/3/')) {
      const start = Number(url.searchParams.get('nextPageToken') ?? '0');
      const end = start + limit;
      send(res, 200, {
        issues: found.slice(start, end),
        ...(end < found.length ? { nextPageToken: String(end) } : {}),
        isLast: end >= found.length,
      });
      return;
    }
    const start = Number(url.searchParams.get('startAt'));
    send(res, 200, {
      startAt: start,
      maxResults: limit,
      total: found.length,
      issues: found.slice(start, start + limit),
    });
  }
}

/** An open incident of the project `OPS`. */
export function issue(
  number: number,
  fields: Partial<FakeIssue['fields']> = {},
): FakeIssue {
  return {
    id: String(10_000 + number),
    key: `OPS-${number}`,
    fields: {
      summary: 'Disk is full',
      status: { name: 'In progress', statusCategory: { key: 'indeterminate' } },
      priority: { name: 'High' },
      issuetype: { name: '[System] Incident' },
      created: '2026-05-19T12:00:00.000+0200',
      updated: '2026-05-19T13:00:00.000+0200',
      duedate: null,
      assignee: null,
      project: { id: '1', key: 'OPS', name: 'Operations' },
      components: [],
      labels: [],
      ...fields,
    },
  };
}

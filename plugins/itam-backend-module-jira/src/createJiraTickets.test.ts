import { ConfigReader } from '@backstage/config';
import type {
  SourceTicket,
  TicketItem,
} from '@backstage-itam/plugin-itam-node';
import type { JsonObject } from '@backstage/types';
import { FakeJira, issue, send } from './__testUtils__/FakeJira';
import { readJiraConfig } from './config/readJiraConfig';
import { createJiraTickets } from './createJiraTickets';

const item = (
  key: string,
  project: string,
  more: Record<string, string> = {},
): TicketItem => ({
  key,
  annotations: { 'jira/project-key': project, ...more },
});

describe.each(['cloud', 'data-center'] as const)(
  'createJiraTickets of %s',
  edition => {
    const site = new FakeJira();
    const signal = new AbortController().signal;

    beforeAll(async () => await site.start());
    afterAll(async () => await site.stop());
    beforeEach(() => {
      site.projects.clear();
      site.projects.set('OPS', { id: '1', components: ['Checkout', 'Web'] });
      site.projects.set('HR', { id: '2', components: [] });
      site.issues = [issue(1)];
      site.mostIssues = 100;
      site.asked.length = 0;
      site.interference = () => false;
    });

    const connect = (section: JsonObject = {}) => {
      const config = readJiraConfig(
        new ConfigReader({
          itam: {
            tickets: {
              jira: {
                baseUrl: site.url,
                edition,
                auth:
                  edition === 'cloud'
                    ? { email: 'reader@acme.example', apiToken: 'secret' }
                    : { token: 'pat' },
                ...section,
              },
            },
          },
        }),
      );
      if (!config) throw new Error('Not configured');
      return createJiraTickets(config, { sleep: async () => {} });
    };
    const readAll = async (
      items: readonly TicketItem[],
      source = connect(),
      limit = 2,
    ) => {
      const tickets: SourceTicket[] = [];
      const unknown = new Set<string>();
      let incomplete = false;
      for (let cursor: string | undefined, first = true; first || cursor; ) {
        first = false;
        const page = await source.readTickets({ items, cursor, limit, signal });
        tickets.push(...page.tickets);
        page.unknown?.forEach(key => unknown.add(key));
        incomplete ||= page.incomplete === true;
        cursor = page.next;
      }
      return { tickets, unknown: [...unknown], incomplete };
    };
    const numbers = (tickets: readonly SourceTicket[]) =>
      tickets.map(({ number, about }) => `${number} ${about.join(',')}`);
    const searches = () =>
      site.asked
        .filter(({ pathname }) => pathname.includes('/search'))
        .flatMap(({ searchParams }) => searchParams.get('jql') ?? []);

    it('tells all of an issue, as text and in UTC', async () => {
      site.issues = [
        issue(7, {
          summary: '<script>alert(1)</script>\n {{x}} ü',
          duedate: '2026-05-21',
          assignee: { displayName: 'Erin Ng' },
          components: [{ name: 'Checkout' }],
        }),
      ];
      const { tickets } = await readAll([item('web', 'ops')]);
      expect(tickets).toEqual([
        {
          id: '10007',
          number: 'OPS-7',
          title: '<script>alert(1)</script> {{x}} ü',
          kind: 'incident',
          state: 'open',
          stateText: 'In progress',
          priority: 'High',
          openedAt: '2026-05-19T10:00:00.000Z',
          updatedAt: '2026-05-19T11:00:00.000Z',
          dueAt: '2026-05-21',
          assignee: 'Erin Ng',
          item: 'Checkout',
          url: `${site.url}/browse/OPS-7`,
          about: ['web'],
        },
      ]);
      expect(searches()).toEqual([
        '((project = 1)) AND (projectType = service_desk) AND statusCategory != Done ORDER BY created ASC, key ASC',
      ]);
    });

    it('tells kinds by the names of types, or as configured', async () => {
      site.issues = ['[System] Change', 'Service Request', 'Störung'].map(
        (name, at) => issue(at, { issuetype: { name } }),
      );
      const { tickets } = await readAll(
        [item('web', 'OPS')],
        connect({ kinds: { Störung: 'incident' } }),
      );
      expect(tickets.map(({ kind }) => kind)).toEqual([
        'change',
        'request',
        'incident',
      ]);
    });

    it('reads several pages, also when they are shorter than asked for', async () => {
      site.mostIssues = 2;
      site.issues = [1, 2, 3, 4, 5].map(number => issue(number));
      const { tickets, incomplete } = await readAll(
        [item('web', 'OPS')],
        connect(),
        50,
      );
      expect(tickets.map(({ number }) => number)).toEqual(
        [1, 2, 3, 4, 5].map(number => `OPS-${number}`),
      );
      expect(incomplete).toBe(false);
    });

    it('tells apart components and labels of one project in one search', async () => {
      site.issues = [
        issue(1, { components: [{ name: 'Checkout' }] }),
        issue(2, { components: [{ name: 'Web' }] }),
        issue(3, { labels: ['shop'] }),
        issue(4),
        issue(5, { project: { id: '2', key: 'HR', name: 'HR' } }),
      ];
      const items = [
        item('checkout', 'OPS', { 'jira/component': 'checkout' }),
        item('both', 'OPS', { 'jira/component': 'Checkout, Web' }),
        item('shop', 'OPS', { 'jira/label': 'shop' }),
        item('hr', 'HR'),
      ];
      const { tickets } = await readAll(items, connect(), 50);
      expect(numbers(tickets)).toEqual([
        'OPS-1 checkout,both',
        'OPS-2 both',
        'OPS-3 shop',
        'OPS-5 hr',
      ]);
      expect(searches()).toHaveLength(1);
    });

    it('leaves out what Jira does not know instead of failing for all', async () => {
      site.issues = [
        issue(1),
        issue(2, { components: [{ name: 'Checkout' }] }),
      ];
      const { tickets, unknown } = await readAll([
        item('gone', 'GONE'),
        item('checkout', 'OPS', { 'jira/component': 'Checkout' }),
        item('typo', 'OPS', { 'jira/component': 'Chekcout' }),
      ]);
      expect(numbers(tickets)).toEqual(['OPS-2 checkout']);
      expect(unknown).toEqual(['gone']);
    });

    it('lets no annotation end a text in the search', async () => {
      const label = 'a" OR project = 2 OR labels = "\\';
      await readAll([item('evil', 'OPS', { 'jira/label': label })]);
      expect(searches()[0]).toContain(
        'labels in ("a\\" OR project = 2 OR labels = \\"\\\\")',
      );
      site.asked.length = 0;
      const { unknown } = await readAll([item('evil', 'OPS) OR (project = 2')]);
      expect(unknown).toEqual(['evil']);
      expect(searches()).toEqual([]);
    });

    it('refuses issues that were not asked for', async () => {
      site.interference = (_req, res, url) => {
        if (!url.searchParams.has('jql')) return false;
        send(res, 200, {
          total: 1,
          issues: [issue(1, { project: { id: '9', key: 'X', name: 'X' } })],
        });
        return true;
      };
      await expect(readAll([item('web', 'OPS')])).rejects.toThrow(
        'issues that were not asked for',
      );
    });

    it('has none where there are none, and refuses what is no list', async () => {
      site.issues = [];
      expect((await readAll([item('web', 'OPS')])).tickets).toEqual([]);
      expect((await readAll([{ key: 'bare' }])).tickets).toEqual([]);
      site.interference = (_req, res) => {
        send(res, 200, {});
        return true;
      };
      await expect(readAll([item('web', 'OPS')])).rejects.toMatchObject({
        reason: 'answer',
      });
    });

    it('gives up soon in a storm of 429, and says how long to wait', async () => {
      site.interference = (_req, res) => {
        send(res, 429, {}, { 'Retry-After': '90' });
        return true;
      };
      await expect(readAll([item('web', 'OPS')])).rejects.toMatchObject({
        reason: 'unavailable',
        answered: { status: 429, retryAfterMs: 90_000 },
      });
      expect(site.asked).toHaveLength(1);
    });

    it('gives up when the connection is cut again and again', async () => {
      site.interference = (req, res) => {
        res.writeHead(200, { 'Content-Type': 'application/json' });
        res.write('{"issues":[');
        req.socket.destroy();
        return true;
      };
      await expect(readAll([item('web', 'OPS')])).rejects.toMatchObject({
        reason: 'unavailable',
      });
      expect(site.asked).toHaveLength(2);
    });

    it('tells a refusal', async () => {
      const refused = connect({ auth: { token: 'wrong' } });
      await expect(
        readAll([item('web', 'OPS')], refused),
      ).rejects.toMatchObject({ reason: 'refused' });
    });

    it('reads an address of a project, and of a component in it', () => {
      const source = connect();
      expect(source.itemNamed('OPS').annotations).toEqual([
        { 'jira/project-key': 'OPS' },
      ]);
      expect(source.itemNamed('OPS:Web: new').annotations).toEqual([
        { 'jira/project-key': 'OPS', 'jira/component': 'Web: new' },
      ]);
    });

    it('ends, and says when issues may be missing', async () => {
      site.issues = [1, 2, 3, 4, 5].map(number => issue(number));
      let pages = 0;
      site.interference = (_req, res, url) => {
        if (!url.searchParams.has('jql')) return false;
        pages += 1;
        if (edition === 'data-center') {
          // One that was listed is gone, so another is skipped.
          if (pages === 2) site.issues.shift();
          return false;
        }
        send(res, 200, { issues: [issue(1)], nextPageToken: 'same' });
        return true;
      };
      const end = await readAll([item('web', 'OPS')]).then(
        ({ incomplete }) => incomplete,
        ({ message }) => message,
      );
      expect(end).toBe(
        edition === 'cloud' ? 'The search does not come to an end' : true,
      );
    });
  },
);

describe('readJiraConfig', () => {
  const read = (section?: JsonObject) =>
    readJiraConfig(
      new ConfigReader(section ? { itam: { tickets: { jira: section } } } : {}),
    );
  const baseUrl = 'https://acme.atlassian.net';
  const auth = { token: 't' };

  it('is inactive without configuration', () => {
    expect(read()).toBeUndefined();
  });

  it('takes all issues where the query is empty', () => {
    expect(read({ baseUrl, auth, query: '' })?.query).toBe('');
  });

  it.each([
    [{ baseUrl: 'ftp://x', auth }, 'baseUrl: expected an http or https'],
    [{ baseUrl: 'https://a:b@x', auth }, 'baseUrl: expected an http or https'],
    [{ baseUrl, auth: {} }, 'auth: expected email and apiToken'],
    [{ baseUrl, auth, edition: 'server' }, 'edition: expected cloud or'],
    [{ baseUrl, auth, query: 'a = b order by c' }, 'query: expected JQL'],
    [{ baseUrl, auth, kinds: { Bug: 'fault' } }, 'kinds.Bug: expected one of'],
  ])('refuses %j', (section, message) => {
    expect(() => read(section)).toThrow(
      `Configuration itam.tickets.jira.${message}`,
    );
  });
});

import { ConfigReader } from '@backstage/config';
import type {
  ItamConnector,
  SourcePage,
  SourceRecord,
} from '@backstage-itam/plugin-itam-node';
import type { JsonObject } from '@backstage/types';
import { FakeAssets, send } from '../__testUtils__/FakeAssets';
import {
  laptop,
  license,
  madeAt,
  MAPPING,
  value,
} from '../__testUtils__/fakeObjects';
import { readJiraAssetsConfig } from './config/readJiraAssetsConfig';
import { createJiraAssetsConnector } from './createJiraAssetsConnector';

const [HARDWARE, , LICENSE] = MAPPING.objectTypes;
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe.each(['cloud', 'data-center'] as const)(
  'createJiraAssetsConnector of %s',
  edition => {
    const site = new FakeAssets();
    const signal = new AbortController().signal;

    beforeAll(async () => await site.start());
    afterAll(async () => await site.stop());
    beforeEach(() => {
      site.objects = [];
      site.workspaces = ['w-1'];
      site.mostObjects = 1_000;
      site.asked.length = 0;
      site.queries.length = 0;
      site.interference = () => false;
    });

    const connect = (section: JsonObject = {}): ItamConnector => {
      const config = readJiraAssetsConfig(
        new ConfigReader({
          itam: {
            connectors: {
              jiraAssets: {
                ...MAPPING,
                baseUrl: site.url,
                apiUrl: site.url,
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
      return createJiraAssetsConnector(config, { sleep: async () => {} });
    };
    const readPages = async (
      connector: ItamConnector,
      id = 'Hardware',
      since?: string,
      between: (page: number) => void = () => {},
    ): Promise<SourcePage[]> => {
      const stream = connector.streams.find(one => one.id === id);
      const pages: SourcePage[] = [];
      for (let cursor: string | undefined, first = true; first || cursor; ) {
        first = false;
        const page = await stream?.readPage({ cursor, since, signal });
        if (!page) throw new Error(`No stream ${id}`);
        pages.push(page);
        between(pages.length);
        cursor = page.next;
      }
      return pages;
    };
    const readAll = async (
      ...asked: Parameters<typeof readPages>
    ): Promise<SourceRecord[]> =>
      (await readPages(...asked)).flatMap(({ records }) => records);
    const idsOf = (records: readonly SourceRecord[]) =>
      records.map(({ sourceId }) => Number(sourceId));
    const one = async (
      values: Parameters<typeof laptop>[1],
      section: JsonObject = {},
    ) => {
      site.objects = [laptop(1, values)];
      const [record] = await readAll(connect(section));
      return record;
    };

    it('reads all objects, in whatever order their labels are', async () => {
      site.objects = numbered(1, 105).map(id => laptop(id));
      expect(idsOf(await readAll(connect()))).toEqual(numbered(1, 105));
    });

    it('reads beyond what the total tells', async () => {
      site.objects = numbered(1, 1_205).map(id => laptop(id));
      const connector = connect({ pageSize: 500 });
      expect(await readAll(connector)).toHaveLength(1_205);
    });

    it('reads objects that were made at one moment, on whichever page', async () => {
      site.objects = numbered(1, 70).map(id =>
        laptop(id, {}, { created: madeAt(id < 10 ? id : 10) }),
      );
      expect(idsOf(await readAll(connect())).sort((a, b) => a - b)).toEqual(
        numbered(1, 70),
      );
    });

    it.each([
      ['a few of those read', (id: number) => id > 3],
      ['all of the page before', (id: number) => id > 20],
      ['those at the seam', (id: number) => id < 18 || id > 22],
    ])('loses nothing when %s are deleted', async (_name, stays) => {
      site.objects = numbered(1, 65).map(id => laptop(id));
      const read = await readAll(connect(), 'Hardware', undefined, page => {
        if (page === 1) {
          site.objects = numbered(1, 66)
            .filter(stays)
            .map(id => laptop(id));
        }
      });
      const ids = idsOf(read);
      expect(ids).toEqual(
        expect.arrayContaining(numbered(1, 66).filter(stays)),
      );
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('counts types below only where it is told to, and none twice', async () => {
      site.objects = [
        laptop(1),
        laptop(2, {}, { typeId: 12 }),
        laptop(3, {}, { typeId: 10 }),
      ];
      const ids = async (objectTypes: JsonObject[], id?: string) =>
        idsOf(await readAll(connect({ objectTypes }), id));
      expect(await ids([{ ...HARDWARE, children: false }])).toEqual([3]);
      expect(await ids([{ ...HARDWARE }])).toEqual([1, 2, 3]);
      const apart = [{ ...HARDWARE }, { ...HARDWARE, objectType: 12 }];
      expect(await ids(apart)).toEqual([1, 3]);
      expect(await ids(apart, '12')).toEqual([2]);
    });

    it('narrows a type by the configured query', async () => {
      site.objects = [laptop(1), laptop(2, {}, { label: 'Spare' })];
      const objectTypes = [{ ...HARDWARE, query: 'Name like Spare' }];
      expect(idsOf(await readAll(connect({ objectTypes })))).toEqual([2]);
    });

    it('asks for what changed by how long ago that is, not by a time', async () => {
      const ago = (minutes: number) =>
        new Date(Date.now() - minutes * 60_000).toISOString();
      site.objects = [
        laptop(1),
        laptop(2, {}, { updated: ago(65) }),
        laptop(3, {}, { updated: ago(5) }),
      ];
      const [page] = await readPages(connect(), 'Hardware', ago(60));
      expect(idsOf(page.records)).toEqual([2, 3]);
      expect(page.changedThrough).toBe(site.objects[2].updated);
      expect(site.queries[0]).toMatch(
        /^objectTypeId in \(10, 11, 12\) AND Updated >= "now\(-7[01]m\)" order by Created asc$/,
      );
    });

    it('says nothing is changed through a time when it had not looked yet', async () => {
      const later = new Date(Date.now() + 3_600_000).toISOString();
      site.objects = [laptop(1, {}, { updated: later })];
      const [{ changedThrough = '' }] = await readPages(connect());
      expect(Date.parse(changedThrough)).toBeLessThanOrEqual(Date.now());
    });

    it('reads what is not there as empty, and what is hidden not at all', async () => {
      const empty = await one({ 'Serial Number': [], User: [], Price: [] });
      expect(empty.cells).toMatchObject({
        serialNumber: '',
        assignee: '',
        'financials.purchase.amount': '',
        'financials.purchase.date': '',
      });
      const hidden = await one({ User: [value.user({ displayName: 'Erin' })] });
      expect(Object.keys(hidden.cells)).not.toContain('assignee');
    });

    it('finds people by what the configuration says of them', async () => {
      const User = [
        value.user({
          displayName: 'Erin Ng',
          name: 'eng',
          emailAddress: 'e@x',
        }),
      ];
      expect((await one({ User })).cells.assignee).toBe('user:default/e');
      const byName = { users: { key: 'name', namespace: 'staff' } };
      expect((await one({ User }, byName)).cells.assignee).toBe(
        'user:staff/eng',
      );
      const entities = { 'erin ng': 'user:default/erin.ng' };
      expect((await one({ User }, { entities })).cells.assignee).toBe(
        'user:default/erin.ng',
      );
    });

    it.each([
      ['not known', [value.plain('Unknown')]],
      ['empty', []],
    ])(
      'leaves the owner to the default where the team is %s',
      async (_name, Team) => {
        const { cells, defaults } = await one({ Team });
        expect(Object.keys(cells)).not.toContain('owner');
        expect(defaults?.owner).toBe('group:default/it');
      },
    );

    it('reads days as they are stored, and times in the zone of the organisation', async () => {
      const inService = async (timeZone: string) =>
        (await one({}, { timeZone })).cells.inService;
      expect(await inService('Europe/Berlin')).toBe('2026-02-01');
      expect(await inService('America/New_York')).toBe('2026-01-31');
      expect((await one({})).cells['financials.purchase.date']).toBe(
        '2026-01-31',
      );
    });

    it.each([
      ['1999.0', '1999'],
      ['1.25E7', '12500000'],
      ['1.23456789012E4', '12345.6789012'],
      ['2.5E-3', '0.0025'],
      ['0.10', '0.1'],
      ['0.0', ''],
      ['12,50', '12,50'],
    ])('reads the price %s as %s', async (stored, read) => {
      const { cells } = await one({ Price: [value.plain(stored, '~')] });
      expect(cells['financials.purchase.amount']).toBe(read);
    });

    it('reads no money without a currency', async () => {
      site.objects = [laptop(1), license(301, 201)];
      const connector = connect({ currency: null });
      for (const id of ['Hardware', 'Software License']) {
        const [record] = await readAll(connector, id);
        expect(Object.keys(record.cells).join()).not.toContain('financials');
      }
    });

    it('points to other objects, wherever they are registered', async () => {
      const { links } = await one({ Parent: [value.object(7, 'Rack')] });
      expect(links).toEqual([
        {
          field: 'partOf',
          to: ['Hardware', 'ITAM/Contract', 'Software License'].map(stream => ({
            stream,
            sourceId: '7',
          })),
        },
      ]);
      expect((await one({})).links).toEqual([{ field: 'partOf', to: [] }]);
    });

    it('tells all that the configuration names and the site does not have', async () => {
      const objectTypes = [
        { ...HARDWARE, attributes: { tag: 'Inventory No', partOf: 'Price' } },
        { objectType: 'Laptopp', kind: 'Asset' },
        { objectType: 'Contract', kind: 'Contract' },
        { objectType: 'Phone', schema: 'MOBILE', kind: 'Asset' },
      ];
      const reading = readAll(connect({ objectTypes }));
      await expect(reading).rejects.toMatchObject({ reason: 'answer' });
      const { message } = await reading.catch(error => error);
      expect(message.split('; ')).toEqual([
        'There is no object type Laptopp',
        'there are Contract, Hardware, Laptop, Server, Software License',
        'There are several object types Contract, in the schemas IT Assets, People',
        'name the schema',
        'There is no object type MOBILE/Phone: the schemas that we may see are IT Assets, People',
        'Hardware has no attribute Inventory No for tag',
        'it has Asset Tag, In Service, Model, Name, Notes, Parent, Price, Purchased, Serial Number, State, Team, User',
        'Hardware: partOf needs an attribute that points to objects, and Price does not',
      ]);
    });

    it('looks again for a type at the next run', async () => {
      const objectTypes = [{ ...LICENSE }];
      const connector = connect({ objectTypes });
      site.interference = (_req, res, url) => {
        if (!url.pathname.endsWith('/flat')) return false;
        send(res, 200, []);
        return true;
      };
      await expect(readAll(connector, LICENSE.objectType)).rejects.toThrow(
        'There is no object type Software License',
      );
      site.interference = () => false;
      site.objects = [license(301, 201)];
      expect(await readAll(connector, LICENSE.objectType)).toHaveLength(1);
    });

    it('gives up in a storm of 429, and when it is refused', async () => {
      site.interference = (_req, res) => {
        send(res, 429, {}, { 'Retry-After': '5' });
        return true;
      };
      await expect(readAll(connect())).rejects.toMatchObject({
        reason: 'unavailable',
        answered: { status: 429, retryAfterMs: 5_000 },
      });
      site.interference = () => false;
      await expect(
        readAll(connect({ auth: { token: 'wrong' } })),
      ).rejects.toMatchObject({ reason: 'refused' });
    });

    it('refuses an order that it did not ask for', async () => {
      site.interference = (_req, res, url) => {
        if (!/aql/.test(url.pathname)) return false;
        const shown = (id: number, created: string) => ({
          id,
          objectType: { id: 11 },
          created,
          updated: created,
        });
        const list = [shown(1, madeAt(2)), shown(2, madeAt(1))];
        send(res, 200, {
          values: list,
          objectEntries: list,
          isLast: true,
          totalFilterCount: 2,
        });
        return true;
      };
      await expect(readAll(connect())).rejects.toThrow(
        'in the order in which they were made',
      );
    });

    it('refuses an answer that does not say whether more follows', async () => {
      site.interference = (_req, res, url) => {
        if (!/aql/.test(url.pathname)) return false;
        send(res, 200, { values: [], objectEntries: [] });
        return true;
      };
      await expect(readAll(connect())).rejects.toThrow('Assets does not say');
    });

    if (edition === 'cloud') {
      it('reads pages that are shorter than asked for', async () => {
        site.mostObjects = 7;
        site.objects = numbered(1, 30).map(id => laptop(id));
        expect(idsOf(await readAll(connect()))).toEqual(numbered(1, 30));
      });

      it('says when the site shows no workspace, or several', async () => {
        site.workspaces = [];
        await expect(readAll(connect())).rejects.toThrow(
          'shows us no workspace',
        );
        site.workspaces = ['w-1', 'w-2'];
        await expect(readAll(connect())).rejects.toThrow(
          'several workspaces of Assets: w-1, w-2',
        );
        site.objects = [laptop(1)];
        const connector = connect({ workspaceId: 'w-1' });
        expect(await readAll(connector)).toHaveLength(1);
      });
    }
  },
);

describe('readJiraAssetsConfig', () => {
  const read = (section?: JsonObject) =>
    readJiraAssetsConfig(
      new ConfigReader(
        section ? { itam: { connectors: { jiraAssets: section } } } : {},
      ),
    );
  const baseUrl = 'https://acme.atlassian.net';
  const auth = { token: 't' };
  const type = (more: JsonObject = {}) => ({
    baseUrl,
    auth,
    objectTypes: [{ objectType: 'Laptop', kind: 'Asset', ...more }],
  });

  it('is inactive without configuration', () => {
    expect(read()).toBeUndefined();
  });

  it('has defaults', () => {
    expect(read(type())).toMatchObject({
      edition: 'cloud',
      apiUrl: 'https://api.atlassian.com',
      pageSize: 100,
      timeZone: 'UTC',
      userKey: 'email',
      objectTypes: [{ id: 'Laptop', children: false }],
    });
  });

  it.each<[JsonObject, string]>([
    [{ ...type(), baseUrl: 'ftp://x' }, 'baseUrl: expected an http or https'],
    [{ ...type(), apiUrl: 'https://a:b@x' }, 'apiUrl: expected an http or'],
    [{ ...type(), auth: {} }, 'auth: expected email and apiToken'],
    [{ ...type(), edition: 'server' }, 'edition: expected cloud or'],
    [
      { ...type(), pageSize: 1000 },
      'pageSize: expected a whole number from 20',
    ],
    [{ ...type(), timeZone: 'Mars' }, 'timeZone: expected a time zone'],
    [{ baseUrl, auth }, 'objectTypes: expected one object type or more'],
    [type({ objectType: '' }), 'objectTypes[0].objectType: expected the name'],
    [type({ kind: 'Thing' }), 'objectTypes[0].kind: expected one of Asset'],
    [type({ query: 'a = b order by c' }), 'objectTypes[0].query: expected AQL'],
    [
      type({ attributes: { colour: 'Colour' } }),
      'objectTypes[0].attributes.colour: expected a field of an import',
    ],
    [
      type({ attributes: { tag: {} } }),
      'objectTypes[0].attributes.tag: expected text',
    ],
    [
      type({ attributes: { 'financials.purchase.amount': 'Price' } }),
      'objectTypes[0].attributes.financials.purchase.date: expected an attribute',
    ],
    [
      {
        ...type(),
        objectTypes: [
          { objectType: 'Laptop', kind: 'Asset' },
          { objectType: 'Laptop', kind: 'Asset' },
        ],
      },
      'objectTypes[1].objectType: expected each object type once',
    ],
  ])('refuses %j', (section, message) => {
    expect(() => read(section)).toThrow(
      `Configuration itam.connectors.jiraAssets.${message}`,
    );
  });
});

import { ConfigReader } from '@backstage/config';
import type {
  ItamConnector,
  SourceFailure,
  SourceRecord,
} from '@backstage-itam/plugin-itam-node';
import type { JsonObject } from '@backstage/types';
import { day, laptop, license, seat } from './__testUtils__/fakeRows';
import { FakeSnipeIt, send } from './__testUtils__/FakeSnipeIt';
import { plainLines, unescapeHtml } from './client/plainText';
import { readSnipeItConfig } from './config/readSnipeItConfig';
import { createSnipeItConnector } from './createSnipeItConnector';

describe('createSnipeItConnector', () => {
  const snipe = new FakeSnipeIt();
  const signal = new AbortController().signal;

  beforeAll(async () => await snipe.start());
  afterAll(async () => await snipe.stop());
  beforeEach(() => {
    snipe.lists.clear();
    snipe.asked.length = 0;
    snipe.interference = () => false;
  });

  const connect = (section: JsonObject = {}): ItamConnector => {
    const config = readSnipeItConfig(
      new ConfigReader({
        itam: {
          connectors: {
            snipeIt: {
              baseUrl: snipe.url,
              token: 'snipe-secret',
              pageSize: 3,
              ...section,
            },
          },
        },
      }),
    );
    if (!config) throw new Error('Not configured');
    return createSnipeItConnector(config, { sleep: async () => {} });
  };
  const readAll = async (connector: ItamConnector, id: string) => {
    const stream = connector.streams.find(one => one.id === id);
    const records: SourceRecord[] = [];
    const failures: SourceFailure[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; ) {
      first = false;
      const page = await stream?.readPage({ cursor, signal });
      records.push(...(page?.records ?? []));
      failures.push(...(page?.failures ?? []));
      cursor = page?.next;
    }
    return { records, failures };
  };
  const ids = async (connector: ItamConnector) =>
    (await readAll(connector, 'hardware')).records.map(({ sourceId }) =>
      Number(sourceId),
    );
  /** Changes the list when a page is asked for, counted from the first. */
  const changeAt = (page: number, rows: number[]) => {
    let asked = 0;
    snipe.interference = () => {
      if (asked++ === page) {
        snipe.lists.set(
          'hardware',
          rows.map(id => laptop(id)),
        );
      }
      return false;
    };
  };

  it('reads text without its escapes, dates and months as what they are', async () => {
    snipe.lists.set('hardware', [
      laptop(1),
      laptop(2, { warranty_expires: null, warranty_months: '36 Monate' }),
    ]);
    const { records } = await readAll(connect({ currency: 'EUR' }), 'hardware');
    expect(records[0]).toEqual({
      sourceId: '1',
      cells: {
        title: 'Erin\'s "blue" laptop 1',
        tag: 'HW-1',
        serialNumber: 'SN-1',
        model: 'R&D Notebook',
        manufacturer: 'Dell',
        type: 'Laptops',
        status: 'in-use',
        vendor: 'Bechtle AG',
        notes: 'See <wiki>',
        endOfLife: '2030-01-31',
        'warranty.until': '2029-01-31',
        assignee: 'user:default/erin',
        location: 'München',
        'financials.purchase.amount': '1,999.00',
        'financials.purchase.date': '2026-01-31',
        'financials.purchase.order': 'PO-7',
      },
      defaults: { class: 'hardware' },
      links: [{ field: 'partOf', to: [] }],
      url: `${snipe.url}/hardware/1`,
    });
    expect(records[1].cells['warranty.until']).toBe('2029-01-30');
  });

  it.each([
    ['Ready to Deploy', 'deployable', 'deployed', 'in-use'],
    ['Ready to Deploy', 'deployable', 'deployable', 'Ready to Deploy'],
    ['Ours', 'deployable', 'deployable', 'in-stock'],
    ['Ours', 'pending', 'pending', 'staging'],
    ['Gone', 'archived', 'archived', 'Gone'],
    ['Lent', 'deployable', 'deployed', 'Lent'],
  ])(
    'reads the status %s of type %s that is %s as %s',
    async (name, type, meta, status) => {
      snipe.lists.set('hardware', [
        laptop(1, {
          status_label: { name, status_type: type, status_meta: meta },
        }),
      ]);
      const { records } = await readAll(
        connect({ statuses: { lent: 'on-loan' } }),
        'hardware',
      );
      expect(records[0].cells.status).toBe(status);
    },
  );

  it('knows assets that are checked out to places and other assets', async () => {
    snipe.lists.set('hardware', [
      laptop(1, { assigned_to: { id: 9, name: 'Rack 14', type: 'location' } }),
      laptop(2, { assigned_to: { id: 1, name: 'HW-1', type: 'asset' } }),
    ]);
    const { records } = await readAll(connect(), 'hardware');
    expect(records[0].cells).toMatchObject({
      location: 'Rack 14',
      assignee: '',
    });
    expect(records[1].links).toEqual([
      { field: 'partOf', to: [{ stream: 'hardware', sourceId: '1' }] },
    ]);
  });

  it('reads no money without a currency', async () => {
    snipe.lists.set('hardware', [laptop(1)]);
    const { records } = await readAll(connect(), 'hardware');
    expect(Object.keys(records[0].cells).join()).not.toContain('financials');
  });

  it('reads a list of any length once', async () => {
    const all = Array.from({ length: 20 }, (_, at) => at + 1);
    snipe.lists.set(
      'hardware',
      all.map(id => laptop(id)),
    );
    expect(await ids(connect())).toEqual(all);
    snipe.lists.set('hardware', []);
    expect(await ids(connect())).toEqual([]);
  });

  it.each([
    ['rows before the page are deleted', 2, [3, 4, 5, 6, 7, 8, 9, 10]],
    ['all rows read are deleted', 2, [6, 7, 8, 9, 10]],
    ['most are deleted, so that the offset is beyond the end', 3, [2, 9, 10]],
    ['rows are added', 1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    [
      'one comes and one goes, and the total stays',
      2,
      [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    ],
    ['the last row read is deleted', 1, [1, 2, 4, 5, 6, 7, 8, 9, 10]],
  ])('loses nothing when %s', async (_name, page, left) => {
    snipe.lists.set(
      'hardware',
      Array.from({ length: 10 }, (_, at) => laptop(at + 1)),
    );
    changeAt(page, left);
    const read = await ids(connect());
    expect(new Set(read).size).toBe(read.length);
    expect(read).toEqual(expect.arrayContaining(left));
  });

  it('goes on from a page after a break in which rows went', async () => {
    snipe.lists.set(
      'hardware',
      [1, 2, 3, 4, 5, 6].map(id => laptop(id)),
    );
    const [stream] = connect().streams;
    const first = await stream.readPage({ signal });
    snipe.lists.set(
      'hardware',
      [4, 5, 6].map(id => laptop(id)),
    );
    const second = await connect().streams[0].readPage({
      signal,
      cursor: first.next,
    });
    expect(second.records.map(({ sourceId }) => sourceId)).toEqual([
      '4',
      '5',
      '6',
    ]);
  });

  it('notices that not all rows are given, and rows without order', async () => {
    snipe.interference = (_req, res) => {
      send(res, 200, { total: 50, rows: [] });
      return true;
    };
    await expect(ids(connect())).rejects.toThrow('not all are given');
    snipe.interference = (_req, res) => {
      send(res, 200, { total: 2, rows: [laptop(2), laptop(1)] });
      return true;
    };
    await expect(ids(connect())).rejects.toThrow('order of their ids');
  });

  it('knows a refusal that comes with status 200, and a page for people', async () => {
    await expect(ids(connect())).rejects.toMatchObject({ reason: 'refused' });
    snipe.interference = (_req, res) => {
      res.end('<!DOCTYPE html><title>Login</title>');
      return true;
    };
    await expect(ids(connect())).rejects.toThrow('something else than JSON');
  });

  it('waits as the throttle asks for', async () => {
    snipe.lists.set('hardware', [laptop(1)]);
    let refused = 0;
    snipe.interference = (_req, res) => {
      if (refused++ >= 4) return false;
      send(res, 429, { message: 'Too Many Requests' }, { 'Retry-After': '60' });
      return true;
    };
    expect(await ids(connect())).toEqual([1]);
  });

  it('reads licences with the users that hold their seats', async () => {
    snipe.lists.set('licenses', [license(1), license(2)]);
    snipe.lists.set('users', [
      { id: 7, username: 'Erin' },
      { id: 8, username: 'DOMAIN\\max' },
      { id: 9, username: 'not a name!' },
    ]);
    snipe.lists.set('licenses/1/seats', [
      seat(3, { user: 8 }),
      seat(1, { user: 7 }),
      seat(2, { asset: 5 }),
      seat(4, { user: 9 }),
    ]);
    snipe.lists.set('licenses/2/seats', [seat(5, { asset: 5 }), seat(6)]);
    const { records, failures } = await readAll(
      connect({ currency: 'EUR' }),
      'licenses',
    );
    expect(failures).toEqual([]);
    expect(records[0]).toMatchObject({
      cells: {
        title: 'Acrobat & Reader',
        product: 'Acrobat & Reader',
        publisher: 'Adobe',
        quantity: '3',
        metric: 'named-user',
        assignments: 'user:default/erin; user:default/max',
        'term.start': '2026-01-01',
        'term.end': '2026-12-31',
        'financials.price.amount': '5,000.00',
      },
      defaults: { type: 'subscription' },
    });
    expect(records[1]).toMatchObject({
      cells: { metric: 'device' },
      links: [
        {
          field: 'assignments',
          to: [{ stream: 'hardware', sourceId: '5' }],
        },
      ],
    });
    expect(JSON.stringify(records)).not.toContain('TOP-SECRET');
  });

  it('reads seats again that changed while they were read', async () => {
    snipe.lists.set('licenses', [license(1)]);
    snipe.lists.set('users', [{ id: 7, username: 'erin' }]);
    const many = Array.from({ length: 600 }, (_, at) => seat(at + 1));
    snipe.lists.set('licenses/1/seats', many);
    let asked = 0;
    snipe.interference = (_req, _res, url) => {
      if (url.pathname.endsWith('/seats') && asked++ === 1) {
        snipe.lists.set('licenses/1/seats', [
          ...many.slice(1),
          seat(601, { user: 7 }),
          seat(602),
        ]);
      }
      return false;
    };
    const { records } = await readAll(connect(), 'licenses');
    expect(records[0].cells.assignments).toBe('user:default/erin');
  });

  it('names a licence whose seats are refused, and reads the others', async () => {
    snipe.lists.set('licenses', [license(1), license(2)]);
    snipe.lists.set('users', []);
    snipe.lists.set('licenses/2/seats', [seat(1)]);
    const { records, failures } = await readAll(connect(), 'licenses');
    expect(records.map(({ sourceId }) => sourceId)).toEqual(['2']);
    expect(failures).toMatchObject([{ sourceId: '1' }]);
  });

  it('reads a licence without a start as one without a term', async () => {
    snipe.lists.set('licenses', [
      license(1, { purchase_date: null, expiration_date: day('2026-12-31') }),
    ]);
    snipe.lists.set('users', []);
    snipe.lists.set('licenses/1/seats', []);
    const { records } = await readAll(connect(), 'licenses');
    expect(records[0].cells).toMatchObject({
      'term.start': '',
      'term.end': '',
    });
  });
});

describe('text of the API', () => {
  it.each([
    ['R&amp;D', 'R&D'],
    ['&amp;lt;', '&lt;'],
    ['Erin&#039;s &#x2013; &quot;x&quot;', 'Erin\'s – "x"'],
    ['A & B; &nosuch; &#0;', 'A & B; &nosuch; &#0;'],
  ])('reads %s as %s', (escaped, plain) => {
    expect(unescapeHtml(escaped)).toBe(plain);
  });

  it('takes the tags out of notes', () => {
    expect(plainLines('<strong>New</strong><br>1 &lt; 2')).toBe('New\n1 < 2');
  });
});

describe('readSnipeItConfig', () => {
  const read = (section?: JsonObject) =>
    readSnipeItConfig(
      new ConfigReader(
        section ? { itam: { connectors: { snipeIt: section } } } : {},
      ),
    );
  const whole = { baseUrl: 'https://snipe.example', token: 't' };

  it('is inactive without configuration', () => {
    expect(read()).toBeUndefined();
  });

  it.each([
    [{ ...whole, baseUrl: 'snipe' }, 'baseUrl: expected an http or https'],
    [{ ...whole, pageSize: 501 }, 'pageSize: expected a whole number'],
    [{ ...whole, decimal: ',' }, 'decimal: expected point or comma'],
    [{ ...whole, users: { key: 'id' } }, 'users.key: expected'],
    [{ ...whole, types: { Laptops: 1 } }, 'types.Laptops: expected text'],
  ])('refuses %j', (section, message) => {
    expect(() => read(section)).toThrow(
      `Configuration itam.connectors.snipeIt.${message}`,
    );
  });
});

import { ConfigReader } from '@backstage/config';
import type {
  ItamConnector,
  SourceRecord,
} from '@backstage-itam/plugin-itam-node';
import type { JsonObject } from '@backstage/types';
import {
  contract,
  covers,
  idOf,
  laptop,
  license,
} from './__testUtils__/fakeRows';
import { FakeServiceNow, send } from './__testUtils__/FakeServiceNow';
import { readServiceNowConfig } from './config/readServiceNowConfig';
import { createServiceNowConnector } from './createServiceNowConnector';

describe('createServiceNowConnector', () => {
  const instance = new FakeServiceNow();
  const signal = new AbortController().signal;

  beforeAll(async () => await instance.start());
  afterAll(async () => await instance.stop());
  beforeEach(() => {
    instance.tables.clear();
    instance.hiddenColumns.clear();
    instance.hiddenRows.clear();
    instance.tokenRequests.length = 0;
    instance.tokens = [];
    instance.interference = () => false;
  });

  const connect = (section: JsonObject = {}): ItamConnector => {
    const config = readServiceNowConfig(
      new ConfigReader({
        itam: {
          connectors: {
            servicenow: {
              baseUrl: instance.url,
              auth: { username: 'reader', password: 'secret' },
              pageSize: 2,
              ...section,
            },
          },
        },
      }),
    );
    if (!config) throw new Error('Not configured');
    return createServiceNowConnector(
      config,
      { byAnnotation: async () => new Map() },
      { sleep: async () => {} },
      () => new Date('2026-05-20T10:00:00Z'),
    );
  };
  const readAll = async (
    connector: ItamConnector,
    id: string,
    since?: string,
  ): Promise<SourceRecord[]> => {
    const stream = connector.streams.find(one => one.id === id);
    const records: SourceRecord[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; ) {
      first = false;
      const page = await stream?.readPage({ cursor, since, signal });
      records.push(...(page?.records ?? []));
      cursor = page?.next;
    }
    return records;
  };

  it('reads no money without a currency, and no purchase without a day', async () => {
    instance.tables.set('alm_hardware', [
      laptop(1),
      laptop(2, { purchase_date: '' }),
      laptop(3, { cost: { value: '0', display_value: '$0.00' } }),
    ]);
    const [plain] = await readAll(connect(), 'alm_hardware');
    expect(
      Object.keys(plain.cells).filter(one => /financials/.test(one)),
    ).toEqual([]);
    const [whole, dayless, free] = await readAll(
      connect({ currency: 'EUR' }),
      'alm_hardware',
    );
    expect(whole.cells['financials.purchase.amount']).toBe('1999.00');
    expect(dayless.cells['financials.purchase.amount']).toBe('');
    expect(dayless.cells['financials.purchase.order']).toBe('');
    expect(free.cells['financials.purchase.date']).toBe('');
  });

  it('tells states apart by their substatus where that is declared', async () => {
    instance.tables.set('alm_hardware', [
      laptop(1, {
        install_status: { value: '6', display_value: 'In stock' },
        substatus: { value: 'pending_repair', display_value: 'Pending repair' },
      }),
    ]);
    const statuses = { 'in stock / pending repair': 'in-repair' };
    const [known] = await readAll(connect({ statuses }), 'alm_hardware');
    expect(known.cells.status).toBe('In stock / Pending repair');
    const [other] = await readAll(connect(), 'alm_hardware');
    expect(other.cells.status).toBe('In stock');
  });

  it('names people by their address where that is asked for', async () => {
    instance.tables.set('alm_hardware', [laptop(1)]);
    const [one] = await readAll(
      connect({ users: { key: 'email', namespace: 'staff' } }),
      'alm_hardware',
    );
    expect(one.cells.assignee).toBe('user:staff/erin.ng');
  });

  it('narrows a table by the configured query', async () => {
    instance.tables.set('alm_hardware', [
      laptop(1),
      laptop(2, { asset_tag: 'OTHER' }),
    ]);
    const queries = { alm_hardware: 'asset_tag=HW-1' };
    const records = await readAll(connect({ queries }), 'alm_hardware');
    expect(records.map(({ sourceId }) => sourceId)).toEqual([idOf(1)]);
  });

  it('refuses a query about a column that is not there: it would be ignored', async () => {
    instance.tables.set('alm_hardware', [laptop(1)]);
    const queries = { alm_hardware: 'companyy=x' };
    await expect(readAll(connect({ queries }), 'alm_hardware')).rejects.toThrow(
      'does not show us the columns companyy',
    );
  });

  it('refuses to read changes where the time of change is hidden', async () => {
    instance.tables.set('alm_hardware', [laptop(1)]);
    instance.hiddenColumns.add('sys_updated_on');
    await expect(
      readAll(connect(), 'alm_hardware', '2026-05-01 08:00:00'),
    ).rejects.toThrow('does not show us the columns sys_updated_on');
  });

  it.each([
    ['order', 'sys_id>', 'do not come in the order of their ids'],
    ['time', 'sys_updated_on', 'were not changed since the time asked for'],
  ])(
    'notices when the instance ignores the %s',
    async (_name, clause, message) => {
      instance.tables.set(
        'alm_hardware',
        [1, 2, 3].map(number => laptop(number)),
      );
      instance.interference = (_req, _res, url) => {
        const query = url.searchParams.get('sysparm_query') ?? '';
        url.searchParams.set(
          'sysparm_query',
          query
            .split('^')
            .filter(one => !one.startsWith(clause))
            .join('^'),
        );
        return false;
      };
      await expect(
        readAll(connect(), 'alm_hardware', '2026-05-02 08:00:00').then(
          async () => await readAll(connect(), 'alm_hardware'),
        ),
      ).rejects.toThrow(message);
    },
  );

  it('notices when contracts are answered with others', async () => {
    instance.tables.set('ast_contract', [contract(21)]);
    instance.tables.set('clm_m2m_contract_asset', [covers(31, 22, 1)]);
    instance.interference = (_req, _res, url) => {
      if (url.pathname.endsWith('asset')) {
        url.searchParams.set('sysparm_query', 'ORDERBYsys_id');
      }
      return false;
    };
    await expect(readAll(connect(), 'ast_contract')).rejects.toThrow(
      'rows are not about the contracts asked for',
    );
  });

  it('refuses an answer that was cut off, and links to elsewhere', async () => {
    instance.tables.set('alm_hardware', [laptop(1), laptop(2), laptop(3)]);
    instance.interference = (_req, res, url) => {
      if (!url.search.includes('offset')) return false;
      send(res, 200, {
        result: [],
        error: { message: 'Transaction cancelled' },
      });
      return true;
    };
    await expect(readAll(connect(), 'alm_hardware')).rejects.toThrow(
      'no list of rows',
    );
    instance.interference = (_req, res, url) => {
      if (!url.search.includes('offset')) return false;
      send(
        res,
        200,
        { result: [{ sys_id: { value: idOf(1), display_value: '' } }] },
        { Link: '<https://evil.example/api/now/table/x>;rel="next"' },
      );
      return true;
    };
    await expect(readAll(connect(), 'alm_hardware')).rejects.toThrow(
      'at another host',
    );
  });

  it('gets a token for its client, and another one when that has ended', async () => {
    instance.tables.set('alm_license', [license(1)]);
    const connector = connect({
      auth: { oauth: { clientId: 'portal', clientSecret: 'hush' } },
    });
    await readAll(connector, 'alm_license');
    instance.tokens = [];
    const [one] = await readAll(connector, 'alm_license');
    expect(one.cells).toMatchObject({
      product: 'Adobe Acrobat',
      quantity: '25',
    });
    expect(JSON.stringify(one)).not.toContain('TOP-SECRET');
    expect(instance.tokenRequests).toHaveLength(2);
    expect(instance.tokenRequests[0]).toBe(
      'grant_type=client_credentials&client_id=portal&client_secret=hush',
    );
  });

  it('tells a refusal from a busy instance', async () => {
    const connector = connect({ auth: { username: 'reader', password: 'no' } });
    instance.tables.set('alm_hardware', []);
    await expect(readAll(connector, 'alm_hardware')).rejects.toMatchObject({
      reason: 'refused',
    });
  });
});

describe('readServiceNowConfig', () => {
  const read = (section?: JsonObject) =>
    readServiceNowConfig(
      new ConfigReader(
        section ? { itam: { connectors: { servicenow: section } } } : {},
      ),
    );
  const baseUrl = 'https://acme.service-now.com';
  const auth = { token: 't' };

  it('is inactive without configuration', () => {
    expect(read()).toBeUndefined();
  });

  it('reads records and no tickets, unless told otherwise', () => {
    expect(read({ baseUrl, auth })).toMatchObject({ records: true });
    expect(read({ baseUrl, auth })?.tickets).toBeUndefined();
    expect(read({ baseUrl, auth, records: false, tickets: {} })).toMatchObject({
      records: false,
      tickets: { entityColumn: 'u_backstage_entity_id' },
    });
  });

  it('follows no relations unless told to, and can be told not to', () => {
    expect(read({ baseUrl, auth })?.relations).toBeUndefined();
    expect(
      read({ baseUrl, auth, relations: { enabled: false } })?.relations,
    ).toBeUndefined();
    expect(read({ baseUrl, auth, relations: {} })?.relations).toEqual({
      types: ['Runs on::Runs', 'Depends on::Used by', 'Hosted on::Hosts'],
      classes: ['cmdb_ci_service*', 'cmdb_ci_query_based_service'],
      depth: 3,
    });
  });

  it.each([
    [{ baseUrl: 'ftp://x', auth }, 'baseUrl: expected an http or https'],
    [{ baseUrl: 'https://a:b@x', auth }, 'baseUrl: expected an http or https'],
    [{ baseUrl, auth: {} }, 'auth: expected username and password'],
    [{ baseUrl, auth, pageSize: 0 }, 'pageSize: expected a whole number'],
    [{ baseUrl, auth, users: { key: 'name' } }, 'users.key: expected'],
    [
      { baseUrl, auth, relations: { depth: 11 } },
      'relations.depth: expected a whole number from 1 to 10',
    ],
    [
      { baseUrl, auth, relations: { types: ['Runs on^x'] } },
      'relations.types: expected names of relation types',
    ],
    [
      { baseUrl, auth, relations: { classes: [] } },
      'relations.classes: expected names of classes',
    ],
    [
      { baseUrl, auth, relations: { entityColumn: 'a^b' } },
      'relations.entityColumn: expected the name of a column',
    ],
    [
      { baseUrl, auth, tickets: { entityColumn: 'a^b' } },
      'tickets.entityColumn: expected the name of a column',
    ],
    [{ baseUrl, auth, queries: { incident: 'a=b' } }, 'queries.incident'],
    [
      { baseUrl, auth, queries: { alm_hardware: 'a=b^NQc=d' } },
      'queries.alm_hardware: expected a query without',
    ],
  ])('refuses %j', (section, message) => {
    expect(() => read(section)).toThrow(
      `Configuration itam.connectors.servicenow.${message}`,
    );
  });
});

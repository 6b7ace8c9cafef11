import type {
  SourceTicket,
  TicketItem,
} from '@backstage-itam/plugin-itam-node';
import {
  changeRequest,
  idOf,
  incident,
  laptop,
} from './__testUtils__/fakeRows';
import { FakeServiceNow, send } from './__testUtils__/FakeServiceNow';
import { createServiceNowTickets } from './createServiceNowTickets';

const ITEM = idOf(900);
const ofAsset: TicketItem = {
  key: 'laptop',
  record: { stream: 'alm_hardware', sourceId: idOf(1) },
};
const named = (key: string, value: string): TicketItem => ({
  key,
  annotations: { 'servicenow.com/entity-id': value },
});

describe('createServiceNowTickets', () => {
  const instance = new FakeServiceNow();
  const signal = new AbortController().signal;

  beforeAll(async () => await instance.start());
  afterAll(async () => await instance.stop());
  beforeEach(() => {
    instance.tables.clear();
    instance.hiddenColumns.clear();
    instance.hiddenRows.clear();
    instance.asked.length = 0;
    instance.interference = () => false;
    instance.tables.set('alm_hardware', [
      laptop(1, { ci: { value: ITEM, display_value: 'hw-1' } }),
      laptop(2, { ci: '' }),
    ]);
    instance.tables.set('incident', [incident(101)]);
    instance.tables.set('change_request', [changeRequest(201)]);
  });

  const connect = () =>
    createServiceNowTickets(
      {
        baseUrl: instance.url,
        auth: { kind: 'basic', username: 'reader', password: 'secret' },
      },
      { entityColumn: 'u_backstage_entity_id' },
      { sleep: async () => {} },
    );
  const readAll = async (
    items: readonly TicketItem[],
    source = connect(),
    limit = 2,
  ) => {
    const tickets: SourceTicket[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; ) {
      first = false;
      const page = await source.readTickets({ items, cursor, limit, signal });
      tickets.push(...page.tickets);
      cursor = page.next;
    }
    return tickets;
  };
  const numbers = async (...of: Parameters<typeof readAll>) =>
    (await readAll(...of)).map(({ number }) => number);

  it('tells all of an incident and of a change, as text and in UTC', async () => {
    instance.tables.set('incident', [
      incident(101, {
        short_description:
          '<img src=x onerror="alert(1)">\r\n  &amp; \u201equotes\u201c',
        due_date: '2026-05-20 08:00:00',
      }),
    ]);
    expect(await readAll([ofAsset])).toEqual([
      {
        id: idOf(101),
        number: 'INC00101',
        title: '<img src=x onerror="alert(1)"> &amp; \u201equotes\u201c',
        kind: 'incident',
        state: 'open',
        stateText: 'In Progress',
        priority: '2 - High',
        openedAt: '2026-05-19T10:00:00.000Z',
        updatedAt: '2026-05-19T11:00:00.000Z',
        dueAt: '2026-05-20T08:00:00.000Z',
        assignee: 'Erin Ng',
        item: 'hw-1',
        url: `${instance.url}/incident.do?sys_id=${idOf(101)}`,
        about: ['laptop'],
      },
      expect.objectContaining({
        number: 'CHG00201',
        kind: 'change',
        stateText: 'Scheduled',
        plannedStart: '2026-06-01T20:00:00.000Z',
        plannedEnd: '2026-06-01T22:00:00.000Z',
        assignee: 'Hardware',
        url: `${instance.url}/change_request.do?sys_id=${idOf(201)}`,
      }),
    ]);
  });

  it('says which are resolved, and lists none that is closed', async () => {
    instance.tables.set('incident', [
      incident(101, { state: { value: '6', display_value: 'Resolved' } }),
      incident(102, { active: 'false' }),
    ]);
    instance.tables.set('change_request', []);
    expect(await readAll([ofAsset])).toMatchObject([
      { number: 'INC00101', state: 'closed', stateText: 'Resolved' },
    ]);
  });

  it('reads several pages, also when rows come and go meanwhile', async () => {
    instance.tables.set(
      'incident',
      [101, 102, 103, 104, 105].map(number => incident(number)),
    );
    let pages = 0;
    instance.interference = (_req, _res, url) => {
      if (url.search.includes('cmdb_ci') && url.search.includes('limit=2')) {
        pages += 1;
        // One of the first page is closed before the second is asked for.
        if (pages === 2) instance.tables.get('incident')?.shift();
      }
      return false;
    };
    expect(await numbers([ofAsset])).toEqual([
      'INC00101',
      'INC00102',
      'INC00103',
      'INC00104',
      'INC00105',
      'CHG00201',
    ]);
  });

  it('asks about many items at once, and not again what item an asset has', async () => {
    const source = connect();
    const items = [
      ofAsset,
      { key: 'other', record: { stream: 'alm_hardware', sourceId: idOf(2) } },
      named('service', idOf(901)),
      named('named', 'Checkout'),
    ];
    instance.tables.set('incident', [
      incident(101),
      incident(102, {
        cmdb_ci: '',
        business_service: { value: idOf(901), display_value: 'Web' },
      }),
      incident(103, { cmdb_ci: '', u_backstage_entity_id: 'checkout' }),
      incident(104, { cmdb_ci: '', u_backstage_entity_id: 'Checkout' }),
      incident(105, { cmdb_ci: { value: idOf(999), display_value: '' } }),
    ]);
    instance.tables.set('incident', [
      { ...incident(100, { cmdb_ci: '' }), u_backstage_entity_id: '' },
      ...(instance.tables.get('incident') ?? []),
    ]);
    const tickets = await readAll(items, source, 50);
    expect(tickets.map(({ number, about }) => [number, about])).toEqual([
      ['INC00101', ['laptop']],
      ['INC00102', ['service']],
      ['INC00104', ['named']],
      ['CHG00201', ['laptop']],
    ]);
    instance.asked.length = 0;
    await readAll(items, source, 50);
    expect(instance.asked.map(({ pathname }) => pathname)).toEqual([
      '/api/now/table/incident',
      '/api/now/table/change_request',
    ]);
  });

  it('asks nothing about what it cannot name', async () => {
    const evil = named('evil', 'x^ORactive=true');
    const page = await connect().readTickets({
      items: [evil, named('two', 'a,b')],
      limit: 10,
      signal,
    });
    expect(page).toEqual({ tickets: [], unknown: ['evil', 'two'] });
    expect(instance.asked).toEqual([]);
  });

  it('refuses the answer when the instance ignores the query', async () => {
    instance.tables.set('incident', [
      incident(101),
      incident(102, { cmdb_ci: { value: idOf(999), display_value: 'x' } }),
    ]);
    instance.interference = (_req, _res, url) => {
      url.searchParams.set('sysparm_query', 'ORDERBYsys_id');
      return false;
    };
    await expect(readAll([named('it', ITEM)])).rejects.toMatchObject({
      reason: 'answer',
      message: expect.stringContaining('was the query ignored?'),
    });
    instance.interference = (_req, _res, url) => {
      if (url.pathname.endsWith('alm_hardware')) {
        url.searchParams.set('sysparm_query', 'ORDERBYsys_id');
      }
      return false;
    };
    const second = { stream: 'alm_hardware', sourceId: idOf(2) };
    await expect(readAll([{ key: '2', record: second }])).rejects.toThrow(
      'rows are not those asked for',
    );
  });

  it('asks about no column that is not shown', async () => {
    await expect(readAll([named('named', 'checkout')])).rejects.toThrow(
      'does not show us the column u_backstage_entity_id of tickets',
    );
    instance.hiddenColumns.add('business_service');
    expect(await numbers([ofAsset])).toEqual(['INC00101', 'CHG00201']);
    instance.hiddenColumns.add('active');
    await expect(readAll([ofAsset])).rejects.toThrow('columns active');
  });

  it('has none where there are none', async () => {
    instance.tables.set('incident', []);
    instance.tables.set('change_request', []);
    expect(await readAll([ofAsset])).toEqual([]);
  });

  it('gives up soon in a storm of 429, and says how long to wait', async () => {
    instance.interference = (_req, res) => {
      send(res, 429, { error: {} }, { 'Retry-After': '120' });
      return true;
    };
    await expect(readAll([ofAsset])).rejects.toMatchObject({
      reason: 'unavailable',
      answered: { status: 429, retryAfterMs: 120_000 },
    });
    expect(instance.asked).toHaveLength(1);
  });

  it('gives up when the connection is cut again and again', async () => {
    instance.interference = (req, res) => {
      res.writeHead(200, { 'Content-Type': 'application/json' });
      res.write('{"result":[{"sys_id"');
      req.socket.destroy();
      return true;
    };
    await expect(readAll([ofAsset])).rejects.toMatchObject({
      reason: 'unavailable',
      message: expect.stringContaining('the connection failed or was cut'),
    });
    expect(instance.asked).toHaveLength(2);
  });

  it('refuses a page of a sign-in instead of rows', async () => {
    instance.interference = (_req, res) => {
      res.writeHead(200, { 'Content-Type': 'text/html' });
      res.end('<html>Sign in</html>');
      return true;
    };
    await expect(readAll([ofAsset])).rejects.toMatchObject({
      reason: 'answer',
    });
  });

  it('finds the asset that has a configuration item', async () => {
    const source = connect();
    expect(await source.findRecords?.(ITEM, signal)).toEqual([
      { stream: 'alm_hardware', sourceId: idOf(1) },
    ]);
    expect(await source.findRecords?.('no sys_id', signal)).toEqual([]);
    expect(source.itemNamed('Checkout').annotations).toEqual([
      { 'servicenow.com/entity-id': 'Checkout' },
    ]);
  });
});

import { ItamClient } from './client';

const REF = 'asset:default/laptop-1';
const PATH = 'http://itam.example/records/asset/default/laptop-1';

function readBody(body: RequestInit['body']): unknown {
  if (!body) return undefined;
  const text = String(body);
  return text.startsWith('{') ? JSON.parse(text) : text;
}

describe('ItamClient', () => {
  const asked = async (
    call: (client: ItamClient) => Promise<unknown>,
    answer: Response = Response.json({}),
  ) => {
    const requests: { url: string; init?: RequestInit }[] = [];
    const client = new ItamClient({
      discoveryApi: { getBaseUrl: async () => 'http://itam.example' },
      fetchApi: {
        fetch: async (input, init) => {
          requests.push({ url: String(input), init });
          return answer;
        },
      },
    });
    await call(client);
    const [{ url, init }] = requests;
    const headers = new Headers(init?.headers);
    return {
      request: `${init?.method ?? 'GET'} ${url}`,
      ifMatch: headers.get('If-Match'),
      key: headers.get('Idempotency-Key'),
      body: readBody(init?.body),
    };
  };
  const plain = { ifMatch: null, key: null, body: undefined };

  it('registers, changes, retires and restores records', async () => {
    const record = { kind: 'Asset' as const, spec: { class: 'hardware' } };
    expect(await asked(api => api.createRecord(record, 'k'))).toEqual({
      ...plain,
      request: 'POST http://itam.example/records',
      key: 'k',
      body: record,
    });
    const { spec } = record;
    expect(await asked(api => api.updateRecord(REF, { spec }, 3))).toEqual({
      ...plain,
      request: `PUT ${PATH}`,
      ifMatch: '"3"',
      body: { spec },
    });
    expect(
      await asked(
        api => api.retireRecord(REF, 3, 'Lost & gone'),
        new Response(null, { status: 204 }),
      ),
    ).toEqual({
      ...plain,
      request: `DELETE ${PATH}?reason=Lost%20%26%20gone`,
      ifMatch: '"3"',
    });
    expect(await asked(api => api.restoreRecord(REF, 4, 'Found'))).toEqual({
      ...plain,
      request: `POST ${PATH}/restore`,
      ifMatch: '"4"',
      body: { reason: 'Found' },
    });
  });

  it('takes steps, hands out and takes back', async () => {
    expect(
      await asked(api => api.transitionRecord(REF, { to: 'retired' }, 1)),
    ).toMatchObject({ request: `POST ${PATH}/transition`, ifMatch: '"1"' });
    const bulk = { refs: [REF], to: 'retired' };
    expect(await asked(api => api.transitionRecords(bulk))).toEqual({
      ...plain,
      request: 'POST http://itam.example/records/transitions',
      body: bulk,
    });
    const to = { to: ['user:default/guest'] };
    expect(await asked(api => api.assignRecord(REF, to, 1, 'k'))).toEqual({
      request: `POST ${PATH}/assignments`,
      ifMatch: '"1"',
      key: 'k',
      body: to,
    });
    expect(
      await asked(api => api.returnAssignments(REF, { ids: [1] }, 2)),
    ).toMatchObject({
      request: `POST ${PATH}/assignments/return`,
      ifMatch: '"2"',
      body: { ids: [1] },
    });
  });

  it('reads assignments and history in pages', async () => {
    expect(
      await asked(api => api.listAssignments(REF, { open: true, limit: 5 })),
    ).toEqual({
      ...plain,
      request: `GET ${PATH}/assignments?open=true&limit=5`,
    });
    expect(await asked(api => api.listHistory(REF, { cursor: 'a b' }))).toEqual(
      { ...plain, request: `GET ${PATH}/history?cursor=a%20b` },
    );
  });

  it.each<[string, (client: ItamClient) => Promise<unknown>, object]>([
    [
      'POST /imports?currency=EUR',
      api =>
        api.imports.upload('name\nlaptop', 'text/csv', { currency: 'EUR' }),
      { body: 'name\nlaptop' },
    ],
    [
      'GET /services/component/default/a/software?verdict=review',
      api =>
        api.software.ofService('component:default/a', { verdict: 'review' }),
      {},
    ],
    [
      'PUT /services/component/default/a/software?revision=1',
      api =>
        api.software.upload('component:default/a', 'a bill', { revision: '1' }),
      { body: 'a bill' },
    ],
    [
      'DELETE /services/component/default/a/software',
      api => api.software.remove('component:default/a'),
      {},
    ],
    [
      'POST /cloud-billing/deliveries?dryRun=true',
      api =>
        api.cloudBilling.deliver(
          'a bill',
          { dryRun: true },
          'application/vnd.apache.parquet',
        ),
      { body: 'a bill' },
    ],
    ['GET /imports?limit=5', api => api.imports.list({ limit: 5 }), {}],
    ['GET /imports/a%2Fb', api => api.imports.get('a/b'), {}],
    [
      'GET /imports/a/rows?outcome=error',
      api => api.imports.listRows('a', { outcome: 'error' }),
      {},
    ],
    [
      'PUT /imports/a/rows/7',
      api => api.imports.correctRow('a', 7, ['laptop'], 2),
      { ifMatch: '"2"', body: { cells: ['laptop'] } },
    ],
    [
      'POST /imports/a/mapping',
      api => api.imports.checkAgain('a', { currency: 'USD' }, 3),
      { ifMatch: '"3"', body: { currency: 'USD' } },
    ],
    [
      'POST /imports/a/commit',
      api => api.imports.commit('a', 'all-or-nothing', 4),
      { ifMatch: '"4"', body: { mode: 'all-or-nothing' } },
    ],
    [
      'POST /imports/a/undo',
      api => api.imports.undo('a', 5),
      { ifMatch: '"5"', body: {} },
    ],
    ['GET /findings?rule=x', api => api.findings.list({ rule: 'x' }), {}],
    ['GET /findings/3', api => api.findings.get(3), {}],
    [
      'POST /findings/3/accept',
      api =>
        api.findings.accept(3, { reason: 'Known', until: '2027-01-31' }, 1),
      { ifMatch: '"1"', body: { reason: 'Known', until: '2027-01-31' } },
    ],
    [
      'POST /findings/3/reopen',
      api => api.findings.reopen(3, 'Not yet', 2),
      { ifMatch: '"2"', body: { reason: 'Not yet' } },
    ],
    ['GET /policies', api => api.findings.listPolicies(), {}],
    [
      'GET /discoveries?state=unmatched',
      api => api.discoveries.list({ state: 'unmatched' }),
      {},
    ],
    ['GET /discoveries/4', api => api.discoveries.get(4), {}],
    [
      'POST /discoveries/4/map',
      api => api.discoveries.map(4, 'figma', 1),
      { ifMatch: '"1"', body: { to: 'figma' } },
    ],
    [
      'POST /discoveries/4/dismiss',
      api => api.discoveries.dismiss(4, 'A font', 2),
      { ifMatch: '"2"', body: { reason: 'A font' } },
    ],
    [
      'POST /discoveries/4/reopen',
      api => api.discoveries.reopen(4, 'Wrong', 3),
      { ifMatch: '"3"', body: { reason: 'Wrong' } },
    ],
    ['GET /audits?state=open', api => api.audits.list({ state: 'open' }), {}],
    ['GET /audits/5', api => api.audits.get(5), {}],
    [
      'GET /audits/5/items?q=lap',
      api => api.audits.listItems(5, { q: 'lap' }),
      {},
    ],
    [
      'POST /audits/5/close',
      api => api.audits.close(5, true, 6),
      { ifMatch: '"6"', body: { apply: true } },
    ],
    ['GET /calendar-tokens', api => api.calendar.listTokens(), {}],
    [
      'POST /calendar-tokens',
      api => api.calendar.createToken('Phone'),
      { body: { name: 'Phone' } },
    ],
  ])('asks %s', async (request, call, more) => {
    const [method, path] = request.split(' ');
    expect(await asked(call)).toEqual({
      ...plain,
      request: `${method} http://itam.example${path}`,
      ...more,
    });
  });

  it('forgets imports and revokes calendar addresses', async () => {
    const gone = () => new Response(null, { status: 204 });
    expect(await asked(api => api.imports.forget('a', 2), gone())).toEqual({
      ...plain,
      request: 'DELETE http://itam.example/imports/a',
      ifMatch: '"2"',
    });
    expect(await asked(api => api.calendar.revokeToken(7), gone())).toEqual({
      ...plain,
      request: 'DELETE http://itam.example/calendar-tokens/7',
    });
  });

  it('sends lists and notes once for a key', async () => {
    expect(
      await asked(api => api.imports.upload('name\na', 'text/csv', {}, 'k')),
    ).toMatchObject({ request: 'POST http://itam.example/imports', key: 'k' });
    const software = { source: 'agent', entries: [] };
    expect(
      await asked(api => api.discoveries.addSoftware(software, 'k')),
    ).toMatchObject({
      request: 'POST http://itam.example/discoveries/software',
      key: 'k',
    });
    expect(
      await asked(api => api.discoveries.addSpend(software, 'k')),
    ).toMatchObject({
      request: 'POST http://itam.example/discoveries/spend',
      key: 'k',
    });
    expect(
      await asked(api => api.audits.create({ name: 'HQ', scope: {} }, 'k')),
    ).toMatchObject({ request: 'POST http://itam.example/audits', key: 'k' });
    expect(
      await asked(api =>
        api.audits.observe(5, { tag: 'A-1', outcome: 'found' }, 'k'),
      ),
    ).toMatchObject({
      request: 'POST http://itam.example/audits/5/items',
      key: 'k',
    });
  });

  it('throws what the register refuses', async () => {
    const refusal = Response.json(
      { error: { name: 'ConflictError', message: 'Taken' } },
      { status: 409 },
    );
    await expect(
      asked(api => api.createRecord({ kind: 'Asset', spec: {} }), refusal),
    ).rejects.toMatchObject({ name: 'ResponseError', statusCode: 409 });
  });

  it('asks for tickets, and for what a configuration item is', async () => {
    expect(
      await asked(api =>
        api.tickets.list({ node: 'component:default/web', limit: 5 }),
      ),
    ).toEqual({
      ...plain,
      request:
        'GET http://itam.example/tickets?node=component%3Adefault%2Fweb&limit=5',
    });
    expect(
      await asked(api => api.tickets.findItem('jira', 'OPS:Check/out')),
    ).toEqual({
      ...plain,
      request:
        'GET http://itam.example/configuration-items/jira/OPS%3ACheck%2Fout',
    });
  });

  it('asks for suppliers, and for a comparison as a workbook', async () => {
    expect(
      await asked(api => api.suppliers.list({ q: 'git', sort: 'assets' })),
    ).toEqual({
      ...plain,
      request: 'GET http://itam.example/suppliers?q=git&sort=assets',
    });
    expect(
      await asked(api =>
        api.getComparisonXlsx({ of: 'all', by: 'supplier', format: 'json' }),
      ),
    ).toEqual({
      ...plain,
      request:
        'GET http://itam.example/costs/comparison?of=all&by=supplier&format=xlsx',
    });
  });
});

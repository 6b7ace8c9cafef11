import { ItamClient } from './client';

const REF = 'asset:default/laptop-1';
const PATH = 'http://itam.example/records/asset/default/laptop-1';

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
      body: init?.body ? JSON.parse(String(init.body)) : undefined,
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
      request: `DELETE ${PATH}?reason=Lost+%26+gone`,
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
      { ...plain, request: `GET ${PATH}/history?cursor=a+b` },
    );
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
});

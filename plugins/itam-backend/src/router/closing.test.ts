import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { shopCatalog, shopRecords } from './__testUtils__/shop';
import {
  seedRegister,
  startRegister,
  type Persona,
  type Register,
} from './__testUtils__/startRegister';

jest.setTimeout(120_000);

const databases = registerDatabases();

describe.each(engines)('closing on %s', engine => {
  let knex: Knex;
  let register: Register;

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await seedRegister(knex, { catalog: shopCatalog, records: shopRecords });
    register = await startRegister(knex, { catalog: shopCatalog });
  });

  afterAll(async () => {
    await register.stop();
  });

  const put = (
    body: object,
    headers: Record<string, string>,
    persona: Persona = 'finance',
  ) => register.put(persona, '/closing').set(headers).send(body);

  it('is read by everyone, and set by finance with the version read', async () => {
    const first = await register.get('member', '/closing');
    expect(first.status).toBe(200);
    expect(first.headers.etag).toBe('"0"');
    expect(first.body).toEqual({ version: 0, canEdit: false, log: [] });
    expect((await register.get('anonymous', '/closing')).status).toBe(401);
    expect((await register.get('finance', '/closing')).body).toMatchObject({
      canEdit: true,
    });

    const closed = await put(
      { closedThrough: '2026-08' },
      { 'If-Match': '"0"' },
    );
    expect({ status: closed.status, body: closed.body }).toEqual({
      status: 200,
      body: {
        closedThrough: '2026-08',
        version: 1,
        canEdit: true,
        log: [
          {
            closedThrough: '2026-08',
            at: expect.any(String),
            by: 'user:default/finance',
          },
        ],
      },
    });
    expect(closed.headers.etag).toBe('"1"');

    const stale = await put(
      { closedThrough: '2026-09' },
      { 'If-Match': '"0"' },
    );
    expect(stale.status).toBe(412);

    const opened = await put(
      { closedThrough: null, reason: 'Prices were wrong' },
      { 'If-Match': '"1"' },
    );
    expect(opened.status).toBe(200);
    expect(opened.body).toMatchObject({ version: 2 });
    expect(opened.body.closedThrough).toBeUndefined();
    expect((await register.get('member', '/closing')).body).toMatchObject({
      version: 2,
      log: [{ reason: 'Prices were wrong' }, { closedThrough: '2026-08' }],
    });
  });

  it.each([
    ['without a version', {}, 'finance', { closedThrough: '2026-08' }, 428],
    [
      'of a member',
      { 'If-Match': '*' },
      'member',
      { closedThrough: '2026-08' },
      403,
    ],
    [
      'of nobody',
      { 'If-Match': '*' },
      'anonymous',
      { closedThrough: '2026-08' },
      401,
    ],
    [
      'when permissions cannot be decided',
      { 'If-Match': '*' },
      'broken',
      { closedThrough: '2026-08' },
      503,
    ],
    [
      'of the current month',
      { 'If-Match': '*' },
      'finance',
      { closedThrough: '2026-10' },
      400,
    ],
    ['of no month', { 'If-Match': '*' }, 'finance', {}, 400],
    [
      'of a month that is none',
      { 'If-Match': '*' },
      'finance',
      { closedThrough: '2026-13' },
      400,
    ],
  ] as const)('is refused %s', async (_, headers, persona, body, status) => {
    const answer = await put(body, headers, persona);
    expect({ status: answer.status, body: answer.body }).toMatchObject({
      status,
    });
  });

  it('lets one of two closings at the same time win', async () => {
    const { body } = await register.get('finance', '/closing');
    const match = { 'If-Match': `"${body.version}"` };
    const answers = await Promise.all([
      put({ closedThrough: '2026-06' }, match),
      put({ closedThrough: '2026-07' }, match),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

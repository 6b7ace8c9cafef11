import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { shopCatalog, shopRates, shopRecords } from './__testUtils__/shop';
import {
  seedRegister,
  startRegister,
  type Persona,
  type Register,
} from './__testUtils__/startRegister';

jest.setTimeout(120_000);

const databases = registerDatabases();

interface Item {
  ref: string;
  monthlyCost?: { amount: string; currency: string }[];
}

describe.each(engines)('records on %s', engine => {
  let knex: Knex;
  let register: Register;

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await seedRegister(knex, {
      catalog: shopCatalog,
      records: shopRecords,
      rates: shopRates,
    });
    register = await startRegister(knex, { catalog: shopCatalog });
  });

  afterAll(async () => {
    await register.stop();
  });

  const list = async (persona: Persona, query = '') => {
    const { body, status } = await register.get(persona, `/records${query}`);
    expect({ status, body }).toMatchObject({ status: 200 });
    const items: Item[] = body.items;
    return { refs: items.map(item => item.ref), total: body.totalItems, items };
  };

  it.each<[Persona, string[]]>([
    [
      'finance',
      [
        'asset:default/db',
        'license:default/github',
        'contract:default/github',
        'asset:default/laptop',
        'asset:default/orphan',
        'asset:default/secret',
        'asset:default/unpriced',
      ],
    ],
    [
      'member',
      [
        'asset:default/db',
        'license:default/github',
        'asset:default/laptop',
        'asset:default/secret',
        'asset:default/unpriced',
      ],
    ],
    [
      'narrow',
      [
        'asset:default/db',
        'license:default/github',
        // Held by someone below the group.
        'asset:default/laptop',
        'asset:default/unpriced',
      ],
    ],
    [
      'manager',
      [
        'asset:default/db',
        'license:default/github',
        'asset:default/laptop',
        'asset:default/secret',
        'asset:default/unpriced',
      ],
    ],
    [
      'other',
      [
        'license:default/github',
        'contract:default/github',
        'asset:default/secret',
      ],
    ],
    ['denied', []],
  ])('shows %s the same in list, count and export', async (persona, refs) => {
    const page = await list(persona);
    expect([...page.refs].sort()).toEqual([...refs].sort());
    expect(page.total).toBe(refs.length);

    const csv = await register.get(persona, '/records?format=csv');
    expect(csv.status).toBe(200);
    const rows: string[] = csv.text.trim().split('\r\n').slice(1);
    expect(rows.map(row => row.split(',')[0]).sort()).toEqual([...refs].sort());
  });

  it.each(['anonymous', 'broken'] as const)('shows %s nothing', async who => {
    const status = who === 'anonymous' ? 401 : 503;
    for (const path of [
      '/records',
      '/records?format=csv',
      '/records/asset/default/db',
    ]) {
      const response = await register.get(who, path);
      expect(response.status).toBe(status);
      expect(response.text).not.toContain('asset:default/laptop');
      expect(response.text).not.toContain('10.0.0.7');
      expect(response.body.error.name).toBe(
        who === 'anonymous' ? 'AuthenticationError' : 'ServiceUnavailableError',
      );
    }
  });

  it('shows money only where the caller may see it', async () => {
    const asMember = await list('member');
    const costs = Object.fromEntries(
      asMember.items.map(item => [item.ref, item.monthlyCost]),
    );
    expect(costs).toEqual({
      'asset:default/db': [{ amount: '100.00', currency: 'EUR' }],
      'asset:default/unpriced': [],
      // Used by a service of the member's group.
      'asset:default/secret': [{ amount: '100.00', currency: 'EUR' }],
      // The contract's charges are the cost.
      'license:default/github': [],
      // Only held: of another team.
      'asset:default/laptop': undefined,
    });
    const csv = await register.get('member', '/records?format=csv&sort=ref');
    expect(csv.text).toContain('100.00 EUR');
    expect(csv.text).not.toContain('USD');
    expect((await list('finance')).items.every(item => item.monthlyCost)).toBe(
      true,
    );
  });

  it.each([
    'title',
    'ref',
    'kind',
    'stage',
    'owner',
    'vendor',
    'endsOn',
    'updatedAt',
  ])('pages by %s in both orders without gap or repetition', async sort => {
    for (const order of ['asc', 'desc']) {
      const whole = await list('finance', `?sort=${sort}&order=${order}`);
      expect(whole.refs).toHaveLength(7);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await register.get(
          'finance',
          `/records?sort=${sort}&order=${order}&limit=2${
            cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
          }`,
        );
        expect(body.totalItems).toBe(7);
        paged.push(...body.items.map((item: Item) => item.ref));
        cursor = body.nextCursor;
      } while (cursor);
      expect(paged).toEqual(whole.refs);
    }
  });

  it('lists records without a value last, whatever the order', async () => {
    const last = (refs: string[]) => refs.slice(-2).sort();
    const without = ['asset:default/orphan', 'asset:default/unpriced'];
    expect(last((await list('finance', '?sort=vendor')).refs)).toEqual(without);
    expect(
      last((await list('finance', '?sort=vendor&order=desc')).refs),
    ).toEqual(without);
  });

  it('refuses cursors that were edited or belong to another list', async () => {
    const { body } = await register.get('finance', '/records?limit=2');
    const cursor: string = body.nextCursor;
    const [payload, signature] = cursor.split('.');
    const forged = Buffer.from('["A",1]').toString('base64url');
    for (const query of [
      `limit=2&sort=ref&cursor=${cursor}`,
      `limit=2&kind=Asset&cursor=${cursor}`,
      `limit=2&cursor=${forged}.${signature}`,
      `limit=2&cursor=${payload}`,
      `limit=2&cursor=${payload}.${signature}.x`,
      `limit=2&cursor=x`,
    ]) {
      const response = await register.get('finance', `/records?${query}`);
      expect(response.status).toBe(400);
      expect(response.body.error.message).toBe(
        'The cursor does not belong to this list',
      );
    }
  });

  it('applies permissions again to a cursor of somebody else', async () => {
    const { body } = await register.get('finance', '/records?limit=1&sort=ref');
    const response = await register.get(
      'other',
      `/records?limit=50&sort=ref&cursor=${body.nextCursor}`,
    );
    expect(response.status).toBe(200);
    expect(response.body.totalItems).toBe(3);
    expect(response.body.items.map((item: Item) => item.ref)).toEqual([
      'asset:default/secret',
      'contract:default/github',
      'license:default/github',
    ]);
  });

  it.each<[string, string[]]>([
    ['kind=Contract', ['contract:default/github']],
    ['class=hardware', ['asset:default/db', 'asset:default/laptop']],
    ['stage=planning', ['asset:default/orphan']],
    [
      'owner=group:default/commerce&class=hardware',
      ['asset:default/db', 'asset:default/laptop'],
    ],
    ['owner=Group:Default/Storefront', ['asset:default/laptop']],
    ['assignee=member', ['asset:default/laptop', 'license:default/github']],
    ['assignee=member&kind=License', ['license:default/github']],
    ['assignee=other', ['license:default/github']],
    // Their seat ended in February.
    ['assignee=manager', []],
    ['endsFrom=2026-10-15&endsTo=2026-11-01', ['contract:default/github']],
    [
      'endsFrom=2026-11-01',
      ['contract:default/github', 'license:default/github'],
    ],
    ['endsTo=2026-06-30', ['asset:default/db']],
    ['endsFrom=2026-11-02&endsTo=2026-12-30', []],
    ['service=component:default/web', ['asset:default/db']],
    ['vendor=acme', ['asset:default/secret']],
    ['q=HW-100%25_a', ['asset:default/db']],
    ['q=%25', ['asset:default/db']],
    ['q=_', ['asset:default/db']],
    ['q=%5C', []],
    ["q='%20or%201=1", []],
    ['q=s-1', ['asset:default/db']],
    ['retired=true', []],
  ])('filters by %s', async (query, refs) => {
    const page = await list('finance', `?${query}`);
    expect([...page.refs].sort()).toEqual(refs);
    expect(page.total).toBe(refs.length);
  });

  it('shows seats to those who may read the licence, in counts and exports', async () => {
    const query = 'assignee=user:default/member';
    // Payments own the licence; the laptop is assigned to the member.
    expect(await list('member', `?${query}`)).toMatchObject({ total: 2 });
    const seen = await list('other', `?${query}`);
    expect(seen).toMatchObject({ refs: ['license:default/github'], total: 1 });
    const csv = await register.get('other', `/records?format=csv&${query}`);
    expect(csv.text).toContain('license:default/github');
    expect(csv.text).not.toContain('asset:default/laptop');
  });

  it('finds what a system and its parts use', async () => {
    const page = await list('finance', '?service=system:default/checkout');
    expect([...page.refs].sort()).toEqual([
      'asset:default/db',
      'asset:default/secret',
      'asset:default/unpriced',
      'contract:default/github',
      'license:default/github',
    ]);
  });

  it('does not tell of hidden records by searching or sorting', async () => {
    expect(await list('narrow', '?q=secret')).toMatchObject({
      refs: [],
      total: 0,
    });
    expect((await list('narrow', '?sort=vendor&vendor=acme')).total).toBe(0);
  });

  it.each([
    ['/records?limit=0', 400],
    ['/records?limit=-1', 400],
    ['/records?limit=501', 400],
    ['/records?limit=1e9', 400],
    ['/records?limit=NaN', 400],
    ['/records?sort=monthlyCost', 400],
    ['/records?sort=title;drop', 400],
    ['/records?order=up', 400],
    ['/records?kind=Laptop', 400],
    ['/records?kind=Asset&kind=License', 400],
    ['/records?kind[]=Asset', 400],
    ['/records?kind[$ne]=Asset', 400],
    ['/records?filter=x', 400],
    ['/records?__proto__=x', 400],
    ['/records?constructor=x', 400],
    ['/records?__proto__[kind]=x', 400],
    ['/records?q=%00', 400],
    ['/records?owner=:::', 400],
    ['/records?retired=maybe', 400],
    ['/records?endsFrom=2026-02-30', 400],
    ['/records?endsTo=soon', 400],
    ['/records?endsFrom=2026-10-02&endsTo=2026-10-01', 400],
    ['/records?format=xlsx', 400],
    ['/records/asset/default/%00', 400],
    ['/records/asset/default/%E0%A4%A', 400],
    ['/records/asset/default/nothing', 404],
    ['/records/laptop/default/db', 404],
  ])('answers GET %s with %s', async (path, status) => {
    const response = await register.get('finance', path);
    expect({ status: response.status, text: response.text }).toMatchObject({
      status,
    });
    expect(response.text.toLowerCase()).not.toContain('select ');
    expect(response.body.error.name).toBe(
      status === 404 ? 'NotFoundError' : 'InputError',
    );
  });

  it('escapes formulas in exports and records each export', async () => {
    const csv = await register.get('finance', '/records?format=csv');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toContain('records.csv');
    expect(csv.text).toContain("'=cmd|calc");
    expect(csv.text).not.toMatch(/(^|,)=cmd/m);
    expect(register.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({ eventId: 'records-export' }),
    );
  });

  it('works without the catalog, refs unresolved', async () => {
    const alone = await startRegister(knex, {
      catalog: shopCatalog,
      catalogDown: true,
    });
    const { body, status } = await alone.get('finance', '/records?q=hw-2');
    expect(status).toBe(200);
    expect(body.items[0].owner).toEqual({
      ref: 'group:default/storefront',
      resolved: false,
    });
    await alone.stop();
  });
});

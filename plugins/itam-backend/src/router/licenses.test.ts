import type { JsonObject } from '@backstage/types';
import { describeShop } from './__testUtils__/shopRegister';
import { record } from './__testUtils__/shop';

const YEAR = { start: '2026-01-01', end: '2026-12-31' };

const license = (name: string, product: string, spec: JsonObject) =>
  record('License', name, {
    type: 'subscription',
    product,
    owner: 'group:default/payments',
    metric: 'named-user',
    term: YEAR,
    ...spec,
  });

const price = (
  amount: string,
  currency: string,
  every: string = 'month',
): JsonObject => ({
  financials: { price: { amount, currency, per: 'unit', every } },
});

const server = (name: string, spec: JsonObject) =>
  record('Asset', name, {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/payments',
    ...spec,
  });

const records = [
  server('srv-8', { cores: 8, processors: 2 }),
  server('srv-2', { cores: 2, processors: 1 }),
  server('srv-unknown', {}),
  server('srv-gone', { stage: 'decommission', cores: 64 }),
  license('idea-1', 'IDEA ', {
    publisher: 'JetBrains',
    vendor: 'jetbrains',
    quantity: 3,
    assignments: [
      { to: 'user:default/member', from: '2026-01-01' },
      { to: 'user:default/manager', from: '2026-01-01' },
      { to: 'user:default/other', from: '2026-10-01' },
      { to: 'user:default/gone', until: '2026-02-01' },
    ],
    ...price('10.00', 'EUR'),
  }),
  license('idea-2', 'idea', {
    owner: 'group:default/other',
    vendor: 'reseller',
    quantity: 2,
    quantityChanges: [{ from: '2026-07-15', quantity: 4 }],
    term: { start: '2026-06-01', end: '2026-11-30' },
    assignments: [{ to: 'user:default/member' }],
    ...price('12.00', 'EUR'),
  }),
  license('wincal', 'WinCAL', {
    metric: 'device-cal',
    type: 'perpetual',
    term: undefined,
    quantity: 1,
    assignments: [
      { to: 'asset:default/db' },
      { to: 'asset:default/srv-gone' },
      { to: 'asset:default/nobody-knows' },
    ],
    ...price('50.00', 'EUR', 'once'),
  }),
  license('database', 'Database', {
    metric: 'core',
    quantity: 10,
    factor: 0.5,
    minimumPerDevice: 2,
    assignments: [
      { to: 'asset:default/srv-8' },
      { to: 'asset:default/srv-2' },
      { to: 'asset:default/srv-gone' },
    ],
  }),
  license('cpu', 'CPU', {
    metric: 'processor',
    quantity: 3,
    assignments: [{ to: 'asset:default/srv-8' }, { to: 'asset:default/srv-2' }],
  }),
  license('blind', 'Blind', {
    metric: 'core',
    quantity: 10,
    assignments: [{ to: 'asset:default/srv-unknown' }],
  }),
  license('matlab', 'MATLAB', {
    metric: 'concurrent-user',
    quantity: 5,
    vendor: 'mathworks',
    ...price('1200.00', 'USD', 'year'),
  }),
  license('calls', 'API calls', { metric: 'consumption', quantity: 1000.5 }),
  license('node', 'Node', {
    metric: 'instance',
    quantity: 2,
    assignments: [
      { to: 'component:default/web' },
      { to: 'component:default/payments-api' },
    ],
  }),
  license('split-1', 'Split', { quantity: 3 }),
  license('split-2', 'Split', { owner: 'group:default/other', quantity: 5 }),
  license('react', 'React', { type: 'open-source', licenseExpression: 'MIT' }),
  license('old', 'Old', {
    quantity: 5,
    term: { start: '2025-01-01', end: '2025-12-31' },
  }),
];

interface Pool {
  product: string;
  state: string;
  [field: string]: unknown;
}

describeShop('licence positions', records, shop => {
  beforeAll(async () => {
    const post = async (name: string, measurements: object[]) => {
      const { status } = await shop.register
        .post('finance', `/records/license/default/${name}/usage`)
        .send({ measurements });
      expect(status).toBe(200);
    };
    await post('matlab', [
      { kind: 'peak', date: '2026-10-01', quantity: 7 },
      { kind: 'peak', date: '2026-09-01', quantity: 3 },
      { kind: 'peak', date: '2026-05-01', quantity: 20 },
    ]);
    await post('calls', [
      { kind: 'units', date: '2025-12-31', quantity: 500 },
      { kind: 'units', date: '2026-01-01', quantity: 100.25 },
      { kind: 'units', date: '2026-10-15', quantity: 50.125 },
    ]);
    await post('idea-2', [
      { kind: 'seat', date: '2026-10-10', holder: 'user:default/member' },
    ]);
    await post('idea-1', [
      { kind: 'seat', date: '2026-03-01', holder: 'user:default/manager' },
    ]);
  });

  const positions = async (query: string = '', persona = 'finance' as const) =>
    await shop.register.get(persona, `/licenses/position${query}`);
  const poolOf = async (product: string, query: string = '') => {
    const { body } = await positions(query);
    return body.items.find((pool: Pool) => pool.product === product);
  };

  it.each([
    [
      'IDEA',
      {
        metric: 'named-user',
        publisher: 'JetBrains',
        vendor: 'jetbrains',
        state: 'unused',
        entitled: 7,
        assigned: 3,
        consumed: 3,
        balance: 4,
        reclaimable: 1,
        unused: 5,
        unitPricePerMonth: { amount: '12.00', currency: 'EUR' },
        costPerSeatPerMonth: { amount: '28.00', currency: 'EUR' },
        wastePerMonth: { amount: '60.00', currency: 'EUR' },
        trueUp: { amount: '0.00', currency: 'EUR' },
        endsOn: '2026-11-30',
      },
    ],
    [
      'WinCAL',
      {
        state: 'short',
        entitled: 1,
        consumed: 2,
        balance: -1,
        reclaimable: null,
        unused: null,
        trueUp: { amount: '50.00', currency: 'EUR' },
      },
    ],
    ['Database', { state: 'unused', assigned: 2, consumed: 6, balance: 4 }],
    ['CPU', { state: 'balanced', assigned: 2, consumed: 3, balance: 0 }],
    ['Blind', { state: 'unknown', assigned: 1, consumed: null, balance: null }],
    [
      'MATLAB',
      {
        state: 'short',
        consumed: 7,
        balance: -2,
        unitPricePerMonth: { amount: '100.00', currency: 'USD' },
        trueUp: { amount: '600.00', currency: 'USD' },
      },
    ],
    ['API calls', { state: 'unused', consumed: 150.375, balance: 850.125 }],
    ['Node', { state: 'balanced', assigned: 2, consumed: 2 }],
    ['React', { state: 'not-applicable', entitled: null, balance: null }],
    ['GitHub Enterprise', { state: 'balanced', entitled: 2, consumed: 2 }],
  ])('says how %s stands', async (product, expected) => {
    expect(await poolOf(product)).toMatchObject(expected);
  });

  it('agrees with the page of each licence and with its range', async () => {
    const { body } = await positions('?limit=500');
    for (const pool of body.items) {
      for (const { ref } of pool.licenses) {
        const path = ref.replace(':', '/');
        const detail = await shop.register.get('finance', `/records/${path}`);
        const { position } = detail.body;
        expect([ref, position]).toEqual([
          ref,
          expect.objectContaining({
            metric: pool.metric,
            applicable: pool.state !== 'not-applicable',
          }),
        ]);
        expect({
          entitled: position.entitled ?? null,
          consumed: position.consumed ?? null,
          balance: position.balance ?? null,
          unitPricePerMonth: position.unitPricePerMonth,
          trueUp: position.trueUp,
        }).toEqual({
          entitled: pool.entitled,
          consumed: pool.consumed,
          balance: pool.balance,
          unitPricePerMonth: pool.unitPricePerMonth,
          trueUp: pool.trueUp,
        });
      }
      const range = await shop.register.get(
        'finance',
        `/licenses/position/range?license=${pool.licenses[0].ref}`,
      );
      expect(range.body.pool).toEqual(pool);
      expect(range.body.months.at(-1)).toEqual({
        month: '2026-10',
        entitled: pool.entitled,
        assigned: pool.assigned,
        consumed: pool.consumed,
        balance: pool.balance,
      });
    }
  });

  it('counts pools by state and adds up what they cost', async () => {
    const { body } = await positions('?state=short');
    expect(body.asOf).toBe('2026-10-15');
    expect(body.items.map((pool: Pool) => pool.product)).toEqual([
      'MATLAB',
      'WinCAL',
    ]);
    expect(body.totalItems).toBe(2);
    expect(body.counts).toEqual({
      short: 2,
      unused: 4,
      balanced: 3,
      unknown: 1,
      'not-applicable': 1,
    });
    expect(body.totals).toEqual({
      wastePerMonth: [],
      trueUp: [
        { amount: '50.00', currency: 'EUR' },
        { amount: '600.00', currency: 'USD' },
      ],
    });
    const all = await positions();
    expect(all.body.totals.wastePerMonth).toEqual([
      { amount: '60.00', currency: 'EUR' },
    ]);
  });

  it.each([
    ['', 'MATLAB'],
    ['?sort=product', 'API calls'],
    ['?sort=product&order=desc', 'WinCAL'],
    ['?sort=waste', 'IDEA'],
    // 600 dollars are 545.45 euros, 50 euros are less.
    ['?sort=trueUp', 'MATLAB'],
  ])('sorts by %s', async (query, first) => {
    const { body } = await positions(query);
    expect(body.items[0].product).toBe(first);
  });

  it.each([
    ['?q=jetbr', ['IDEA']],
    ['?q=IDEA', ['IDEA']],
    ['?vendor=reseller', ['IDEA']],
    ['?metric=processor', ['CPU']],
    ['?owner=group:default/other&sort=product', ['IDEA', 'Split']],
    ['?metric=core&sort=product', ['Blind', 'Database']],
    ['?q=nothing', []],
  ])('filters by %s, pools as a whole', async (query, products) => {
    const { body } = await positions(query);
    expect(body.items.map((pool: Pool) => pool.product)).toEqual(products);
  });

  it.each(['?vendor=reseller', '?owner=group:default/other&q=idea'])(
    'counts all licences of a pool of which %s fits one',
    async query => {
      const { body } = await positions(query);
      expect(body.items).toEqual([expect.objectContaining({ entitled: 7 })]);
    },
  );

  it('pages through all pools once', async () => {
    for (const sort of ['balance', 'product', 'waste', 'trueUp']) {
      const whole = await positions(`?sort=${sort}&limit=500`);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await positions(
          `?sort=${sort}&limit=3${cursor ? `&cursor=${cursor}` : ''}`,
        );
        seen.push(...body.items.map((pool: Pool) => pool.product));
        cursor = body.nextCursor;
      } while (cursor);
      expect(seen).toEqual(whole.body.items.map((pool: Pool) => pool.product));
    }
  });

  it('refuses a cursor that was edited or is of another list', async () => {
    const { body } = await positions('?limit=2');
    for (const query of [
      `?limit=2&cursor=${body.nextCursor}x`,
      `?limit=2&sort=product&cursor=${body.nextCursor}`,
      '?cursor=e30.x',
    ]) {
      const { status } = await positions(query);
      expect([query, status]).toEqual([query, 400]);
    }
  });

  it('looks back with seats and quantities as they were', async () => {
    expect(await poolOf('IDEA', '?asOf=2026-07-01')).toMatchObject({
      entitled: 5,
      assigned: 2,
      // By then only one of them was ever seen, long ago.
      reclaimable: 2,
    });
    expect(await poolOf('IDEA', '?asOf=2026-01-15')).toMatchObject({
      entitled: 3,
      assigned: 3,
      reclaimable: null,
    });
    expect(await poolOf('MATLAB', '?asOf=2026-05-15')).toMatchObject({
      consumed: 20,
    });
    const { body } = await positions('?asOf=2025-06-01');
    expect(body.items.map((pool: Pool) => pool.product)).toContain('Old');
  });

  it('counts a licence up to its retirement', async () => {
    const retired = () =>
      shop.knex('records').where('ref', 'license:default/split-1');
    await retired().update({ retired_at: '2026-09-10T08:00:00.000Z' });
    expect(await poolOf('Split')).toMatchObject({ entitled: 5 });
    expect(await poolOf('Split', '?asOf=2026-09-09')).toMatchObject({
      entitled: 8,
    });
    expect(await poolOf('Split', '?asOf=2026-09-10')).toMatchObject({
      entitled: 5,
    });
    const { body } = await shop.register.get(
      'finance',
      '/licenses/position/range?license=split-1&from=2026-08',
    );
    expect(
      body.months.map(({ entitled }: { entitled: number }) => entitled),
    ).toEqual([8, 5, 5]);
    const own = await shop.register.get(
      'finance',
      '/records/license/default/split-1',
    );
    expect(own.body.position.entitled).toBe(3);
    await retired().update({ retired_at: null });
  });

  it('shows holders of a pool, those not seen for longest first', async () => {
    const { body } = await shop.register.get(
      'finance',
      '/licenses/position/range?license=license:default/idea-2&from=2026-06&to=2026-10',
    );
    expect(
      body.months.map(({ month, entitled, assigned }: Pool) => [
        month,
        entitled,
        assigned,
      ]),
    ).toEqual([
      ['2026-06', 5, 2],
      ['2026-07', 7, 2],
      ['2026-08', 7, 2],
      ['2026-09', 7, 2],
      ['2026-10', 7, 3],
    ]);
    expect(body.holders).toEqual([
      {
        id: expect.any(Number),
        holder: {
          ref: 'user:default/other',
          title: 'User other',
          resolved: true,
        },
        license: 'license:default/idea-1',
        from: '2026-10-01',
        reclaimable: false,
      },
      {
        id: expect.any(Number),
        holder: {
          ref: 'user:default/manager',
          title: 'User manager',
          resolved: true,
        },
        license: 'license:default/idea-1',
        from: '2026-01-01',
        lastUsed: '2026-03-01',
        reclaimable: true,
      },
      expect.objectContaining({
        license: 'license:default/idea-1',
        lastUsed: '2026-10-10',
        reclaimable: false,
      }),
      expect.objectContaining({ license: 'license:default/idea-2' }),
    ]);
    const devices = await shop.register.get(
      'finance',
      '/licenses/position/range?license=wincal',
    );
    expect(devices.body.months).toHaveLength(12);
    expect(devices.body.holders).toContainEqual({
      id: expect.any(Number),
      holder: { ref: 'asset:default/db', title: 'The db', resolved: true },
      license: 'license:default/wincal',
      reclaimable: false,
    });
  });

  it('keeps amounts from those who may not see the cost of a whole pool', async () => {
    const { register } = shop;
    const { body, text } = await register.get(
      'member',
      '/licenses/position?limit=500',
    );
    const idea = body.items.find((pool: Pool) => pool.product === 'IDEA');
    expect(idea).toMatchObject({ entitled: 7, balance: 4 });
    for (const field of [
      'unitPricePerMonth',
      'costPerSeatPerMonth',
      'wastePerMonth',
      'trueUp',
    ]) {
      expect(idea).not.toHaveProperty(field);
    }
    expect(text).not.toMatch(/12\.00|28\.00|60\.00/);
    expect(body.totals.wastePerMonth).toEqual([]);
    const sorted = await register.get(
      'member',
      '/licenses/position?sort=waste&limit=500',
    );
    expect(
      sorted.body.items.every((pool: Pool) => pool.wastePerMonth === undefined),
    ).toBe(true);
    const range = await register.get(
      'member',
      '/licenses/position/range?license=idea-1',
    );
    expect(range.text).not.toMatch(/12\.00|28\.00|60\.00/);
  });

  it('makes pools of the licences the caller may read', async () => {
    const split = '/licenses/position?q=split';
    const whole = await shop.register.get('finance', split);
    expect(whole.body.items[0]).toMatchObject({ entitled: 8 });
    const { body } = await shop.register.get('narrow', split);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      entitled: 3,
      licenses: [{ ref: 'license:default/split-1' }],
    });
    const own = await shop.register.get(
      'narrow',
      '/records/license/default/split-1',
    );
    expect(own.body.position.entitled).toBe(3);
    const denied = await shop.register.get('denied', '/licenses/position');
    expect(denied.body).toMatchObject({ items: [], totalItems: 0 });
  });

  it('comes as CSV, all of it', async () => {
    const { register } = shop;
    register.auditor.createEvent.mockClear();
    const { text, headers } = await positions('?format=csv&sort=product');
    expect(headers['content-type']).toMatch(/^text\/csv/);
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(12);
    expect(lines[0]).toBe(
      'product,publisher,vendor,metric,state,entitled,assigned,consumed,balance,reclaimable,unused,unitPricePerMonth,costPerSeatPerMonth,wastePerMonth,trueUp,currency,endsOn,licenses,found',
    );
    expect(lines.find((line: string) => line.startsWith('IDEA'))).toBe(
      'IDEA,JetBrains,jetbrains,named-user,unused,7,3,3,4,1,5,12.00,28.00,60.00,0.00,EUR,2026-11-30,license:default/idea-1 license:default/idea-2,0',
    );
    expect(register.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'license-positions-export' }),
    );
  });

  it.each([
    ['anonymous', '/licenses/position', 401],
    ['broken', '/licenses/position', 503],
    ['denied', '/licenses/position?sort=waste', 403],
    ['denied', '/licenses/position?sort=trueUp', 403],
    ['finance', '/licenses/position?asOf=2026-02-30', 400],
    ['finance', '/licenses/position?sort=price', 400],
    ['finance', '/licenses/position?limit=501', 400],
    ['finance', '/licenses/position?state=fine', 400],
    ['finance', '/licenses/position?owner=%3A%3A', 400],
    ['anonymous', '/licenses/position/range?license=github', 401],
    ['broken', '/licenses/position/range?license=github', 503],
    ['narrow', '/licenses/position/range?license=split-2', 404],
    ['finance', '/licenses/position/range?license=none', 404],
    ['finance', '/licenses/position/range?license=asset:default/db', 404],
    ['finance', '/licenses/position/range', 400],
    ['finance', '/licenses/position/range?license=github&to=2026-11', 400],
    [
      'finance',
      '/licenses/position/range?license=github&from=2026-05&to=2026-04',
      400,
    ],
    [
      'finance',
      '/licenses/position/range?license=github&from=2021-10&to=2026-10',
      400,
    ],
  ] as const)('answers %s at %s with %d', async (persona, path, expected) => {
    const { status } = await shop.register.get(persona, path);
    expect(status).toBe(expected);
  });
});

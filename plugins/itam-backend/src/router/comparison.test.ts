import type {
  CostAnswer,
  CostComparison,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import {
  record,
  shopCatalog,
  shopRates,
  shopRecords,
} from './__testUtils__/shop';
import {
  seedRegister,
  startRegister,
  type Persona,
  type Register,
} from './__testUtils__/startRegister';

jest.setTimeout(120_000);

const databases = registerDatabases();

/** What changes from September to October, beside what the shop has. */
const changingRecords = [
  record('License', 'seats', {
    type: 'saas',
    product: 'Design tool',
    vendor: 'acme',
    owner: 'group:default/payments',
    metric: 'named-user',
    quantity: 10,
    quantityChanges: [{ from: '2026-10-01', quantity: 12 }],
    term: { start: '2026-01-01' },
    financials: {
      price: { amount: '5.00', currency: 'EUR', per: 'unit', every: 'month' },
    },
  }),
  record('Asset', 'moved', {
    class: 'cloud',
    type: 'cloud-account',
    stage: 'maintenance',
    owner: 'group:default/payments',
    services: [
      {
        from: '2026-01-01',
        services: [{ ref: 'component:default/payments-api', share: 20 }],
      },
      {
        from: '2026-10-01',
        services: [{ ref: 'component:default/payments-api', share: 70 }],
      },
    ],
    financials: {
      charges: [
        {
          amount: '100.00',
          currency: 'EUR',
          every: 'month',
          from: '2026-01-01',
          until: '2026-09-30',
        },
        {
          amount: '120.00',
          currency: 'EUR',
          every: 'month',
          from: '2026-10-01',
        },
      ],
    },
  }),
  record('Asset', 'fresh', {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/other',
    inService: '2026-10-01',
    services: [{ ref: 'component:default/payments-api', share: 100 }],
    financials: {
      purchase: { amount: '1200.00', currency: 'EUR', date: '2026-10-01' },
      depreciation: { method: 'straight-line', months: 12 },
    },
  }),
];

describe.each(engines)('comparisons on %s', engine => {
  let knex: Knex;
  let register: Register;

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await seedRegister(knex, {
      catalog: shopCatalog,
      records: [...shopRecords, ...changingRecords],
      rates: shopRates,
    });
    register = await startRegister(knex, { catalog: shopCatalog });
  });

  afterAll(async () => {
    await register.stop();
  });

  const compare = async (
    persona: Persona,
    query: string,
  ): Promise<CostComparison> => {
    const { body, status } = await register.get(
      persona,
      `/costs/comparison?${query}`,
    );
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const causes = (effects: CostComparison['effects']) =>
    Object.fromEntries(effects.map(({ cause, amount }) => [cause, amount]));
  const cents = (amount: string) => BigInt(amount.replace('.', ''));

  it('explains the current month by the one before', async () => {
    const answer = await compare('finance', 'of=group:default/payments');
    expect(answer).toMatchObject({
      of: { ref: 'group:default/payments', title: 'Group payments' },
      basis: 'owned',
      view: 'accrued',
      reportingCurrency: 'EUR',
      base: { from: '2026-09', to: '2026-09', total: '250.00' },
      current: { from: '2026-10', to: '2026-10', total: '280.00' },
      difference: '30.00',
      ratesMissing: [],
    });
    expect(causes(answer.effects)).toEqual({
      price: '20.00',
      quantity: '10.00',
    });
    // The database costs the same, so it is in no line.
    expect(
      answer.lines.map(({ key, difference, effects }) => [
        key,
        difference,
        causes(effects),
      ]),
    ).toEqual([
      ['asset:default/moved', '20.00', { price: '20.00' }],
      ['license:default/seats', '10.00', { quantity: '10.00' }],
    ]);
    expect(answer.lines[1]).toMatchObject({
      ref: 'license:default/seats',
      title: 'The seats',
      recordKind: 'License',
      base: '50.00',
      current: '60.00',
    });
  });

  it('tells shares, prices, and what is new apart', async () => {
    const { lines } = await compare(
      'finance',
      'of=component:default/payments-api',
    );
    expect(
      lines.map(({ key, base, current, effects }) => [
        key,
        base,
        current,
        causes(effects),
      ]),
    ).toEqual([
      ['asset:default/fresh', '0.00', '100.00', { new: '100.00' }],
      [
        'asset:default/moved',
        '20.00',
        '84.00',
        // 50 more of 100, and 70 % of 20.
        { share: '50.00', price: '14.00' },
      ],
    ]);
  });

  it('tells what rates do, and names those that are missing', async () => {
    const rates = await compare(
      'finance',
      'of=contract:default/github&from=2026-10',
    );
    // 100 dollars at 1.25 and at 1.10.
    expect(rates).toMatchObject({
      base: { total: '80.00' },
      current: { total: '90.91' },
    });
    expect(causes(rates.effects)).toEqual({ rate: '10.91' });
    const missing = await compare(
      'finance',
      'of=contract:default/github&from=2026-09',
    );
    expect(missing).toMatchObject({
      base: { total: '0.00' },
      current: { total: '80.00' },
      ratesMissing: [{ currency: 'USD', months: ['2026-08'] }],
    });
    expect(causes(missing.effects)).toEqual({ rate: '80.00' });
  });

  it('merges records the caller may not read', async () => {
    const query = 'of=component:default/payments-api';
    const all = await compare('finance', query);
    const answer = await compare('narrow', query);
    expect(JSON.stringify(answer)).not.toContain('fresh');
    expect(answer.lines.map(({ key, title }) => [key, title])).toEqual([
      ['asset:default/moved', 'The moved'],
      ['hidden', 'Records you may not see'],
    ]);
    expect(answer.lines[1]).toMatchObject({
      difference: '100.00',
      effects: [{ cause: 'new', amount: '100.00' }],
    });
    expect(answer.difference).toBe(all.difference);
    expect(answer.effects).toEqual(all.effects);
  });

  it.each([
    'of=all',
    'of=all&view=invoiced',
    'of=all&currency=USD',
    'of=group:default/commerce',
    'of=group:default/commerce&basis=used&currency=JPY',
    'of=system:default/checkout',
    'of=supplier:acme',
    'of=cost-center:CC-1',
    'of=license:default/seats',
  ])('adds up to the totals of GET /costs: %s', async of => {
    const answer = await compare(
      'finance',
      `${of}&from=2026-06&to=2026-10&baseFrom=2025-11&baseTo=2026-05`,
    );
    const total = async (from: string, to: string) => {
      const { body }: { body: CostAnswer } = await register.get(
        'finance',
        `/costs?${of}&from=${from}&to=${to}`,
      );
      return body.total.converted.total;
    };
    expect(answer.base.total).toBe(await total('2025-11', '2026-05'));
    expect(answer.current.total).toBe(await total('2026-06', '2026-10'));
    const sum = (amounts: { amount: string }[]) =>
      amounts.reduce((all, { amount }) => all + cents(amount), 0n);
    expect(sum(answer.effects)).toBe(cents(answer.difference));
    expect(
      answer.lines.reduce((all, line) => all + cents(line.difference), 0n),
    ).toBe(cents(answer.difference));
    answer.lines.forEach(line =>
      expect(sum(line.effects)).toBe(cents(line.difference)),
    );
  });

  it('exports a row a record, and records the export', async () => {
    const response = await register.get(
      'finance',
      '/costs/comparison?of=group:default/payments&format=csv',
    );
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(response.text.trim().split('\r\n')).toEqual([
      'key,title,base,current,difference,new,ended,price,quantity,share,' +
        'schedule,rate,adjustment,currency',
      'asset:default/moved,The moved,100.00,120.00,20.00,,,20.00,,,,,,EUR',
      'license:default/seats,The seats,50.00,60.00,10.00,,,,10.00,,,,,EUR',
    ]);
    expect(register.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'comparison-export',
        meta: { of: 'group:default/payments' },
      }),
    );
  });

  it.each<[Persona, string, number]>([
    ['anonymous', 'of=all', 401],
    ['member', 'of=all', 403],
    ['member', 'of=group:default/payments', 200],
    ['other', 'of=asset:default/db', 404],
    ['finance', 'of=cost-center:NONE', 404],
    ['broken', 'of=all', 503],
    ['finance', 'of=nonsense', 400],
    ['finance', '', 400],
    ['finance', 'of=all&from=2026-10&to=2026-09', 400],
    ['finance', 'of=all&baseFrom=2026-10&baseTo=2026-09', 400],
    ['finance', 'of=all&from=2024-01&to=2026-01', 400],
    ['finance', 'of=all&baseFrom=2024-01&baseTo=2026-01', 400],
    ['finance', 'of=all&baseFrom=2026-13', 400],
    ['finance', 'of=all&currency=XXX', 400],
    ['finance', 'of=component:default/web&basis=owned', 400],
    ['finance', 'of=all&by=service', 400],
  ])('answers %s asking %s with %s', async (persona, query, status) => {
    const response = await register.get(persona, `/costs/comparison?${query}`);
    expect({ status: response.status, text: response.text }).toMatchObject({
      status,
    });
  });

  it('adds up what each supplier costs, with what costs the same', async () => {
    const query =
      'of=all&from=2026-10&baseFrom=2026-09&basis=owned&currency=EUR';
    const answer = await compare('finance', `${query}&by=supplier`);
    const byRecord = await compare('finance', query);
    expect(answer.effects).toEqual(byRecord.effects);
    const sum = (amounts: string[]) =>
      amounts.map(cents).reduce((total, minor) => total + minor, 0n);
    for (const [name, whole] of [
      ['base', answer.base.total],
      ['current', answer.current.total],
      ['difference', answer.difference],
    ] as const) {
      expect(sum(answer.lines.map(line => line[name]))).toBe(cents(whole));
    }
    const { body } = await register.get(
      'finance',
      '/costs?of=all&from=2026-10&to=2026-10&basis=owned&by=supplier&currency=EUR',
    );
    const costs: CostAnswer = body;
    expect(new Map(answer.lines.map(line => [line.key, line.current]))).toEqual(
      new Map(
        answer.lines.map(({ key }) => [
          key,
          costs.groups.find(group => group.key === key)?.series.converted
            .total ?? '0.00',
        ]),
      ),
    );
    expect(answer.lines.map(({ key }) => key)).toContain('acme');
    for (const line of answer.lines) {
      expect(sum(line.effects.map(({ amount }) => amount))).toBe(
        cents(line.difference),
      );
    }
  });

  it('comes as a workbook, whose refusal is recorded', async () => {
    const asked = '/costs/comparison?of=all&by=supplier&format=xlsx';
    const answer = await register.get('finance', asked).buffer();
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('spreadsheetml');
    expect(answer.headers['content-disposition']).toContain('comparison.xlsx');
    const refused = await register.get('member', asked);
    expect(refused.status).toBe(403);
  });
});

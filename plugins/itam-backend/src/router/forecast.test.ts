import type {
  CostAnswer,
  ForecastAnswer,
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

const asset = (
  name: string,
  stage: string,
  inService: string,
  rest: Parameters<typeof record>[2] = {},
) =>
  record('Asset', name, {
    class: 'hardware',
    type: 'server',
    stage,
    owner: 'group:default/payments',
    inService,
    services: [{ ref: 'component:default/payments-api', share: 50 }],
    financials: {
      purchase: { amount: '1200.00', currency: 'EUR', date: inService },
      depreciation: { method: 'straight-line', months: 12 },
    },
    ...rest,
  });

/** What is going to be bought, beside what the shop has. */
const comingRecords = [
  asset('old', 'maintenance', '2026-03-01', { endOfLife: '2027-03-31' }),
  asset('ordered', 'procurement', '2026-12-01', { vendor: 'dell' }),
  asset('planned', 'planning', '2027-01-01', {
    owner: 'group:default/other',
  }),
];

describe.each(engines)('forecasts on %s', engine => {
  let knex: Knex;
  let register: Register;

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await seedRegister(knex, {
      catalog: shopCatalog,
      records: [...shopRecords, ...comingRecords],
      rates: shopRates,
    });
    register = await startRegister(knex, { catalog: shopCatalog });
  });

  afterAll(async () => {
    await register.stop();
  });

  const forecast = async (
    persona: Persona,
    query: string,
  ): Promise<ForecastAnswer> => {
    const { body, status } = await register.get(persona, `/forecast?${query}`);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const totals = (series: ForecastAnswer['total']) =>
    Object.fromEntries(
      series.booked.map(({ currency, total }) => [currency, total]),
    );
  const events = (answer: ForecastAnswer) =>
    answer.events.map(({ kind, certainty, month, ref, amount }) =>
      [
        kind,
        certainty,
        month,
        ref.replace(/:default/, ''),
        amount && `${amount.amount} ${amount.currency}`,
      ].join(' '),
    );

  it('tells actual, committed and expected costs of the fiscal year', async () => {
    const answer = await forecast('finance', 'of=group:default/payments');
    expect(answer).toMatchObject({
      of: { ref: 'group:default/payments', title: 'Group payments' },
      basis: 'owned',
      view: 'accrued',
      from: '2026-01',
      to: '2026-12',
      currentMonth: '2026-10',
      reportingCurrency: 'EUR',
      ratesMissing: [],
      asOf: '2026-10-15T12:00:00.000Z',
    });
    expect(answer.months).toHaveLength(12);
    // The database 100 a month; what is old 100 a month from March.
    expect(totals(answer.actual)).toEqual({ EUR: '1800.00' });
    // Both for two months more, and what is ordered from December.
    expect(totals(answer.committed)).toEqual({ EUR: '500.00' });
    expect(totals(answer.expected)).toEqual({});
    expect(totals(answer.total)).toEqual({ EUR: '2300.00' });
    expect(answer.actual.converted.months.slice(-3)).toEqual([
      '200.00',
      '0.00',
      '0.00',
    ]);
    expect(events(answer)).toEqual([
      'ordered committed 2026-12 asset/ordered 100.00 EUR',
    ]);
  });

  it('names renewals, replacements and what is planned', async () => {
    const answer = await forecast('finance', 'of=all&from=2027-01&to=2027-12');
    expect(events(answer)).toEqual([
      'ordered committed 2027-01 asset/ordered 1100.00 EUR',
      'planned expected 2027-01 asset/planned 1200.00 EUR',
      'renewal expected 2027-01 contract/github 1260.00 USD',
      'replacement expected 2027-03 asset/old 1000.00 EUR',
    ]);
    expect(answer.events[2]).toMatchObject({
      title: 'The github',
      recordKind: 'Contract',
    });
    expect(totals(answer.actual)).toEqual({});
    expect(totals(answer.expected)).toEqual({
      EUR: '2200.00',
      USD: '1260.00',
    });
  });

  it('tells what it costs the node within the range', async () => {
    const answer = await forecast(
      'finance',
      'of=component:default/payments-api&from=2027-02&to=2027-02',
    );
    expect(events(answer)).toEqual([
      'ordered committed 2027-02 asset/ordered 50.00 EUR',
      'planned expected 2027-02 asset/planned 50.00 EUR',
    ]);
  });

  it('names every term of a contract', async () => {
    const answer = await forecast(
      'finance',
      'of=contract:default/github&from=2027-06&to=2029-12',
    );
    expect(events(answer)).toEqual([
      // Of the term that began before the range, seven months.
      'renewal expected 2027-06 contract/github 735.00 USD',
      'renewal expected 2028-01 contract/github 1323.00 USD',
      'renewal expected 2029-01 contract/github 1389.15 USD',
    ]);
  });

  it('has purchases in full as invoiced', async () => {
    const answer = await forecast(
      'finance',
      'of=all&from=2026-10&to=2027-12&view=invoiced',
    );
    expect(answer.view).toBe('invoiced');
    expect(events(answer)).toEqual([
      'ordered committed 2026-12 asset/ordered 1200.00 EUR',
      'planned expected 2027-01 asset/planned 1200.00 EUR',
      'renewal expected 2027-01 contract/github 1260.00 USD',
      'replacement expected 2027-03 asset/old 1200.00 EUR',
    ]);
  });

  it('names no record the caller may not read, and counts its cost', async () => {
    const query = 'of=component:default/payments-api&from=2027-01&to=2027-12';
    const answer = await forecast('narrow', query);
    expect(JSON.stringify(answer)).not.toContain('planned');
    expect(events(answer)).toEqual([
      'ordered committed 2027-01 asset/ordered 550.00 EUR',
      'replacement expected 2027-03 asset/old 500.00 EUR',
    ]);
    expect(answer.total).toEqual((await forecast('finance', query)).total);
  });

  it.each([
    'of=all',
    'of=group:default/commerce',
    'of=system:default/checkout',
  ])('has the actual costs of GET /costs for %s', async of => {
    for (const view of ['accrued', 'invoiced']) {
      for (const currency of ['EUR', 'USD', 'JPY']) {
        const range = `${of}&view=${view}&currency=${currency}&from=2026-01&to=2026-10`;
        const { body }: { body: CostAnswer } = await register.get(
          'finance',
          `/costs?${range}`,
        );
        const answer = await forecast('finance', range);
        expect(answer.actual).toEqual(body.total);
      }
    }
  });

  it('converts parts so that they add up, and names missing rates', async () => {
    const answer = await forecast(
      'finance',
      'of=all&from=2026-08&to=2027-12&currency=USD',
    );
    const cents = (amount: string) => BigInt(amount.replace('.', ''));
    answer.months.forEach((_, index) => {
      const of = (series: ForecastAnswer['total']) =>
        cents(series.converted.months[index]);
      expect(
        of(answer.actual) + of(answer.committed) + of(answer.expected),
      ).toBe(of(answer.total));
    });
    expect(answer.ratesMissing).toEqual([
      { currency: 'EUR', months: ['2026-08'] },
    ]);
  });

  it('answers beyond the read model', async () => {
    const near = await forecast('finance', 'of=all&from=2026-01&to=2027-12');
    const far = await forecast('finance', 'of=all&from=2026-01&to=2030-12');
    expect(far.months).toHaveLength(60);
    expect(far.total.converted.months.slice(0, 24)).toEqual(
      near.total.converted.months,
    );
  });

  it('exports months by currency, and records the export', async () => {
    const response = await register.get(
      'finance',
      '/forecast?of=all&from=2026-12&to=2027-01&format=csv',
    );
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [header, ...rows] = response.text.trim().split('\r\n');
    expect(header).toBe(
      'month,currency,actual,committed,expected,total,reportingCurrency,' +
        'convertedActual,convertedCommitted,convertedExpected,convertedTotal',
    );
    expect(rows).toEqual([
      '2026-12,EUR,,400.00,0.00,400.00,EUR,0.00,581.82,0.00,581.82',
      '2026-12,USD,,200.00,0.00,200.00,EUR,,,,',
      '2027-01,EUR,,400.00,100.00,500.00,EUR,0.00,490.91,195.45,686.36',
      '2027-01,USD,,100.00,105.00,205.00,EUR,,,,',
    ]);
    expect(register.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'forecast-export',
        meta: { of: 'all' },
      }),
    );
  });

  it.each<[Persona, string, number]>([
    ['anonymous', 'of=all', 401],
    ['member', 'of=all', 403],
    ['member', 'of=group:default/payments', 200],
    ['other', 'of=asset:default/db', 404],
    ['finance', 'of=supplier:nobody', 404],
    ['broken', 'of=all', 503],
    ['finance', 'of=nonsense', 400],
    ['finance', '', 400],
    ['finance', 'of=all&from=2026-01&to=2031-01', 400],
    ['finance', 'of=all&from=2027-01&to=2026-01', 400],
    ['finance', 'of=all&view=paid', 400],
    ['finance', 'of=all&currency=XXX', 400],
    ['finance', 'of=component:default/web&basis=owned', 400],
    ['finance', 'of=all&by=record', 400],
  ])('answers %s asking %s with %s', async (persona, query, status) => {
    const response = await register.get(persona, `/forecast?${query}`);
    expect({ status: response.status, text: response.text }).toMatchObject({
      status,
    });
  });
});

import {
  monthFromText,
  type CostAnswer,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { writeClosedThrough } from '../stores/closing/closedThrough';
import { shopCatalog, shopRates, shopRecords } from './__testUtils__/shop';
import {
  seedRegister,
  startRegister,
  type Persona,
  type Register,
} from './__testUtils__/startRegister';

jest.setTimeout(120_000);

const databases = registerDatabases();

describe.each(engines)('costs on %s', engine => {
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

  const autumn = 'from=2026-08&to=2026-10';

  const costs = async (
    persona: Persona,
    query: string,
  ): Promise<CostAnswer> => {
    const { body, status } = await register.get(persona, `/costs?${query}`);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  /** Booked amounts of the last month by currency. */
  const lastMonth = (series: CostAnswer['total']) =>
    Object.fromEntries(
      series.booked.map(({ currency, months }) => [currency, months.at(-1)]),
    );
  const lines = (answer: CostAnswer) =>
    Object.fromEntries(
      answer.groups.map(group => [group.key, lastMonth(group.series)]),
    );

  it('tells the cost of a service for the last twelve months', async () => {
    const answer = await costs('member', 'of=component:default/payments-api');
    expect(answer).toMatchObject({
      of: {
        ref: 'component:default/payments-api',
        kind: 'component',
        title: 'Component payments-api',
      },
      basis: 'used',
      by: 'category',
      from: '2025-11',
      to: '2026-10',
      currentMonth: '2026-10',
      reportingCurrency: 'EUR',
      unallocated: { booked: [] },
      asOf: '2026-10-15T12:00:00.000Z',
      coverage: {
        records: 3,
        priced: 2,
        withoutPrice: [
          {
            ref: 'asset:default/unpriced',
            title: 'The unpriced',
            resolved: true,
          },
        ],
        ratesMissing: [],
        unresolvedRefs: [],
        notes: [
          'organisation-as-of-now',
          'depends-on-not-included',
          'parents-not-pushed-down',
        ],
      },
    });
    expect(answer.months).toHaveLength(12);
    expect(answer.total.booked).toEqual([
      {
        currency: 'EUR',
        months: ['0.00', '0.00', ...new Array(10).fill('110.00')],
        total: '1100.00',
      },
    ]);
    expect(lines(answer)).toEqual({
      depreciation: { EUR: '60.00' },
      charge: { EUR: '50.00' },
    });
  });

  it.each<[string, object, object]>([
    ['of=component:default/web', { EUR: '20.00' }, {}],
    ['of=system:default/checkout', { EUR: '130.00', USD: '100.00' }, {}],
    ['of=group:default/payments', { EUR: '100.00' }, { EUR: '20.00' }],
    [
      'of=group:default/commerce',
      { EUR: '100.00', USD: '100.00' },
      { EUR: '20.00', USD: '100.00' },
    ],
    ['of=group:default/payments&basis=used', { EUR: '110.00' }, {}],
    [
      'of=group:default/commerce&basis=used',
      { EUR: '130.00', USD: '100.00' },
      {},
    ],
    [
      'of=all',
      { EUR: '200.00', USD: '200.00' },
      { EUR: '70.00', USD: '100.00' },
    ],
    [
      'of=all&basis=owned',
      { EUR: '200.00', USD: '200.00' },
      { EUR: '70.00', USD: '100.00' },
    ],
    ['of=supplier:dell', { EUR: '100.00' }, { EUR: '20.00' }],
    ['of=class:software', { EUR: '100.00' }, { EUR: '50.00' }],
    ['of=cost-center:CC-1', { EUR: '100.00' }, { EUR: '20.00' }],
    ['of=asset:default/db', { EUR: '100.00' }, { EUR: '20.00' }],
    ['of=contract:default/github', { USD: '100.00' }, {}],
    ['of=user:default/member', {}, {}],
  ])('sums %s', async (query, total, unallocated) => {
    const fromReadModel = await costs('finance', `${query}&${autumn}`);
    expect(lastMonth(fromReadModel.total)).toEqual(total);
    expect(lastMonth(fromReadModel.unallocated)).toEqual(unallocated);
    // Every other breakdown comes from the segments and has the same sum.
    for (const by of [
      'currency',
      'record',
      'service',
      'owner',
      'supplier',
      'class',
      'cost-center',
    ]) {
      const answer = await costs('finance', `${query}&by=${by}&${autumn}`);
      expect(answer.total).toEqual(fromReadModel.total);
      expect(answer.unallocated.booked).toEqual(
        fromReadModel.unallocated.booked,
      );
    }
    // And so have months beyond the read model.
    const long = await costs('finance', `${query}&from=2020-01&to=2026-10`);
    expect(lastMonth(long.total)).toEqual(total);
  });

  it('breaks the estate down', async () => {
    expect(lines(await costs('finance', 'of=all&by=service'))).toEqual({
      'component:default/payments-api': { EUR: '110.00' },
      'component:default/web': { EUR: '20.00' },
      'system:default/checkout': { USD: '100.00' },
      unallocated: { EUR: '70.00', USD: '100.00' },
    });
    expect(lines(await costs('finance', 'of=all&by=owner'))).toEqual({
      'group:default/payments': { EUR: '110.00' },
      'group:default/storefront': { EUR: '20.00' },
      'group:default/commerce': { USD: '100.00' },
      unallocated: { EUR: '70.00', USD: '100.00' },
    });
    expect(
      lines(await costs('finance', 'of=all&by=owner&basis=owned')),
    ).toEqual({
      'group:default/payments': { EUR: '100.00' },
      'group:default/storefront': { USD: '100.00' },
      'group:default/other': { EUR: '100.00', USD: '100.00' },
    });
    expect(lines(await costs('finance', 'of=all&by=cost-center'))).toEqual({
      'CC-1': { EUR: '100.00' },
      none: { EUR: '100.00', USD: '200.00' },
    });
    expect(lines(await costs('finance', 'of=all&by=class'))).toEqual({
      hardware: { EUR: '100.00', USD: '100.00' },
      software: { EUR: '100.00' },
      none: { USD: '100.00' },
    });
  });

  it.each<[string, number | undefined]>([
    ['of=license:default/github', 1],
    ['of=system:default/checkout', 1],
    ['of=group:default/payments', 1],
    ['of=all', 1],
    ['of=contract:default/github', undefined],
    ['of=component:default/web', undefined],
    // Before the contract charges anything.
    ['of=all&from=2025-11&to=2025-12', undefined],
  ])('counts licences priced by their contract in %s', async (query, count) => {
    const { coverage, groups } = await costs('finance', `${query}&by=record`);
    expect(coverage.countedInContract).toBe(count);
    expect(groups.map(({ key }) => key)).not.toContain(
      'license:default/github',
    );
  });

  it('names owners that the catalog lacks, of records the caller may read', async () => {
    const { coverage } = await costs('finance', 'of=all');
    expect(coverage.unresolvedRefs).toEqual(['group:default/ghost']);
    const payments = await costs('finance', 'of=group:default/payments');
    expect(payments.coverage.unresolvedRefs).toEqual([]);
    const ghost = await costs('finance', 'of=group:default/ghost');
    expect(ghost.coverage.unresolvedRefs).toEqual(['group:default/ghost']);
  });

  it('lists records with their share and what ends', async () => {
    const { groups } = await costs(
      'finance',
      `of=component:default/payments-api&by=record&${autumn}`,
    );
    expect(groups).toMatchObject([
      {
        key: 'asset:default/db',
        ref: 'asset:default/db',
        title: 'The db',
        recordKind: 'Asset',
        recordType: 'server',
        sharePercent: '60',
        endsOn: '2026-06-30',
        endsKind: 'warranty',
        categories: ['depreciation'],
      },
      { key: 'asset:default/secret', sharePercent: '50' },
    ]);
  });

  it('has purchases and invoices in full as invoiced', async () => {
    const answer = await costs(
      'finance',
      'of=all&view=invoiced&from=2026-01&to=2026-02',
    );
    expect(answer.view).toBe('invoiced');
    expect(
      Object.fromEntries(
        answer.groups.map(({ key, title, series }) => [
          key,
          [
            title,
            ...series.booked.map(
              ({ currency, months }) => `${months.join(' ')} ${currency}`,
            ),
          ],
        ]),
      ),
    ).toEqual({
      purchase: ['Purchases', '4800.00 0.00 EUR', '2400.00 0.00 USD'],
      charge: ['Charges', '100.00 100.00 EUR'],
      contract: ['Contracts', '1200.00 0.00 USD'],
    });
    for (const by of ['record', 'service', 'owner', 'supplier', 'class']) {
      const other = await costs(
        'finance',
        `of=all&view=invoiced&by=${by}&from=2026-01&to=2026-02`,
      );
      expect(other.total).toEqual(answer.total);
    }
    // What coverage says of licences does not depend on the view.
    expect(answer.coverage.countedInContract).toBe(1);
    expect((await costs('finance', 'of=all')).view).toBe('accrued');
    const { body } = await register
      .post('finance', '/costs/query')
      .send({ of: ['all'], view: 'invoiced', from: '2026-01', to: '2026-02' });
    expect(body.items[0].costs.total).toEqual(answer.total);
  });

  it('says up to which month figures are frozen', async () => {
    const close = (month: number | null) =>
      knex.transaction(async trx => await writeClosedThrough(trx, month));
    expect((await costs('finance', 'of=all')).closedThrough).toBeUndefined();
    await close(monthFromText('2026-08'));
    expect((await costs('finance', 'of=all')).closedThrough).toBe('2026-08');
    await close(null);
    expect((await costs('finance', 'of=all')).closedThrough).toBeUndefined();
  });

  it('shows the whole total and merges the records that are hidden', async () => {
    const answer = await costs(
      'narrow',
      `of=component:default/payments-api&by=record&${autumn}`,
    );
    expect(lastMonth(answer.total)).toEqual({ EUR: '110.00' });
    expect(answer.groups.map(({ key, title }) => [key, title])).toEqual([
      ['asset:default/db', 'The db'],
      ['hidden', 'Records you may not see'],
    ]);
    expect(lines(answer)).toEqual({
      'asset:default/db': { EUR: '60.00' },
      hidden: { EUR: '50.00' },
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('merges services that the catalog hides from the caller', async () => {
    const partly = await startRegister(knex, {
      catalog: shopCatalog.filter(({ metadata }) => metadata.name !== 'web'),
    });
    const { body } = await partly.get('finance', '/costs?of=all&by=service');
    expect(JSON.stringify(body)).not.toContain('component:default/web');
    expect(lines(body)).toMatchObject({ hidden: { EUR: '20.00' } });
    await partly.stop();
  });

  it('converts month by month and names what has no rate', async () => {
    const answer = await costs('finance', `of=all&by=currency&${autumn}`);
    expect(answer.total.converted).toEqual({
      currency: 'EUR',
      // August: 200 euros alone; September at 1.25, October at 1.10.
      months: ['200.00', '360.00', '381.82'],
      total: '941.82',
    });
    expect(answer.coverage.ratesMissing).toEqual([
      { currency: 'USD', months: ['2026-08'] },
    ]);
    expect(answer.rates).toEqual([
      {
        month: '2026-09',
        currency: 'USD',
        unitsPerEuro: '1.25',
        date: '2026-09-29',
        quality: 'final',
      },
      {
        month: '2026-10',
        currency: 'USD',
        unitsPerEuro: '1.10',
        date: '2026-10-14',
        quality: 'provisional',
      },
    ]);
    const future = await costs('finance', 'of=all&from=2026-11&to=2026-11');
    expect(future.rates).toEqual([
      {
        month: '2026-11',
        currency: 'USD',
        unitsPerEuro: '1.10',
        date: '2026-10-14',
        quality: 'forecast',
      },
    ]);
  });

  it('fits converted lines to the converted total', async () => {
    for (const by of ['record', 'service', 'owner', 'supplier', 'category']) {
      const answer = await costs(
        'finance',
        `of=all&by=${by}&currency=JPY&from=2026-10&to=2026-10`,
      );
      expect(answer.total.converted.months).toEqual(['0']);
      const usd = await costs(
        'finance',
        `of=all&by=${by}&currency=USD&${autumn}`,
      );
      const cents = (amount: string) => BigInt(amount.replace('.', ''));
      usd.total.converted.months.forEach((total, month) => {
        expect(
          usd.groups.reduce(
            (sum, group) => sum + cents(group.series.converted.months[month]),
            0n,
          ),
        ).toBe(cents(total));
      });
    }
  });

  it('lists lines by what they come to in one currency', async () => {
    // A laptop costs as many US dollars a month as a server costs euros.
    for (const by of ['record', 'service', 'owner', 'supplier', 'category']) {
      const { groups } = await costs(
        'finance',
        `of=all&by=${by}&currency=EUR&${autumn}`,
      );
      const sizes = groups
        .filter(({ key }) => !['other', 'hidden'].includes(key))
        .map(({ series }) => Math.abs(Number(series.converted.total)));
      expect({ by, sizes }).toEqual({
        by,
        sizes: [...sizes].sort((a, b) => b - a),
      });
    }
  });

  it.each(['1900-01', '9999-11'])('answers for %s', async month => {
    const answer = await costs(
      'finance',
      `of=all&from=${month}&to=${month}&by=service&currency=JPY`,
    );
    expect(answer.months).toEqual([month]);
  });

  it.each([
    ['of=all&from=1899-12&to=1899-12', 400],
    ['of=', 400],
    ['', 400],
    ['of=all&from=2026-13', 400],
    ['of=all&to=0001-01', 400],
    ['of=all&to=9999-12', 400],
    ['of=all&from=2026-10&to=2026-09', 400],
    ['of=all&from=2016-01&to=2026-10', 400],
    ['of=all&by=salary', 400],
    ['of=all&view=paid', 400],
    ['of=all&basis=leased', 400],
    ['of=all&currency=eur', 400],
    ['of=all&currency=XXX', 400],
    ['of=all&of=all', 400],
    ['of=all&limit=3', 400],
    ['of=component:default/web&basis=owned', 400],
    ['of=location:default/x', 400],
    ['of=nonsense', 400],
    ['of=supplier:', 400],
    ['of=%00', 400],
    [`of=${'a'.repeat(201)}`, 400],
  ])('answers GET /costs?%s with %s', async (query, status) => {
    const response = await register.get('finance', `/costs?${query}`);
    expect({ status: response.status, text: response.text }).toMatchObject({
      status,
    });
    expect(response.body.error.name).toBe('InputError');
  });

  it('answers 120 months', async () => {
    const { months } = await costs('finance', 'of=all&from=2016-11&to=2026-10');
    expect(months).toHaveLength(120);
  });

  it.each<[string | object, string, number]>([
    [{ of: [] }, 'application/json', 400],
    [{ of: new Array(201).fill('a') }, 'application/json', 400],
    [{ of: ['all'], to: 'now' }, 'application/json', 400],
    [{ of: ['all'], extra: 1 }, 'application/json', 400],
    [{ of: 'all' }, 'application/json', 400],
    ['{"of":["all"],"__proto__":{}}', 'application/json', 400],
    ['{"of":["a\\u0000"]}', 'application/json', 400],
    ['{"of":', 'application/json', 400],
    ['of=all', 'application/x-www-form-urlencoded', 415],
    ['{"of":["all"]}', 'text/plain', 415],
  ])('refuses the body %j as %s with %s', async (body, type, status) => {
    const response = await register
      .post('finance', '/costs/query')
      .set('Content-Type', type)
      .send(body);
    expect({ status: response.status, text: response.text }).toMatchObject({
      status,
    });
    expect(response.body.error.name).toBeDefined();
  });

  it('refuses a body over the cap with 413', async () => {
    const response = await register
      .post('finance', '/costs/query')
      .send({ of: ['a'.repeat(1_200_000)] });
    expect(response.status).toBe(413);
    expect(response.body.error.message).toBe('request entity too large');
  });

  it('exports lines by month, and records the export', async () => {
    const response = await register.get(
      'finance',
      '/costs?of=all&by=supplier&from=2026-09&to=2026-10&format=csv',
    );
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(response.text.split('\r\n').slice(0, 3)).toEqual([
      'month,key,title,amount,currency,converted,reportingCurrency',
      '2026-09,acme,acme,100.00,EUR,100.00,EUR',
      '2026-09,dell,dell,100.00,EUR,100.00,EUR',
    ]);
    expect(register.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'costs-export',
        meta: { of: 'all' },
      }),
    );
  });
});

import { monthFromText } from '@backstage-itam/plugin-itam-common';
import { writeClosedThrough } from '../stores/closing/closedThrough';
import {
  AUTUMN,
  costsOf,
  lastMonth,
  linesOf,
} from './__testUtils__/costAnswers';
import { shopCatalog } from './__testUtils__/shop';
import { describeShop } from './__testUtils__/shopRegister';
import { startRegister, type Persona } from './__testUtils__/startRegister';

describeShop('costs', [], shop => {
  const costs = async (persona: Persona, query: string) =>
    await costsOf(shop, persona, query);

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
    expect(linesOf(answer)).toEqual({
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
    const fromReadModel = await costs('finance', `${query}&${AUTUMN}`);
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
      const answer = await costs('finance', `${query}&by=${by}&${AUTUMN}`);
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
    expect(linesOf(await costs('finance', 'of=all&by=service'))).toEqual({
      'component:default/payments-api': { EUR: '110.00' },
      'component:default/web': { EUR: '20.00' },
      'system:default/checkout': { USD: '100.00' },
      unallocated: { EUR: '70.00', USD: '100.00' },
    });
    expect(linesOf(await costs('finance', 'of=all&by=owner'))).toEqual({
      'group:default/payments': { EUR: '110.00' },
      'group:default/storefront': { EUR: '20.00' },
      'group:default/commerce': { USD: '100.00' },
      unallocated: { EUR: '70.00', USD: '100.00' },
    });
    expect(
      linesOf(await costs('finance', 'of=all&by=owner&basis=owned')),
    ).toEqual({
      'group:default/payments': { EUR: '100.00' },
      'group:default/storefront': { USD: '100.00' },
      'group:default/other': { EUR: '100.00', USD: '100.00' },
    });
    expect(linesOf(await costs('finance', 'of=all&by=cost-center'))).toEqual({
      'CC-1': { EUR: '100.00' },
      none: { EUR: '100.00', USD: '200.00' },
    });
    expect(linesOf(await costs('finance', 'of=all&by=class'))).toEqual({
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
      `of=component:default/payments-api&by=record&${AUTUMN}`,
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
    const { body } = await shop.register
      .post('finance', '/costs/query')
      .send({ of: ['all'], view: 'invoiced', from: '2026-01', to: '2026-02' });
    expect(body.items[0].costs.total).toEqual(answer.total);
  });

  it('says up to which month figures are frozen', async () => {
    const close = (month: number | null) =>
      shop.knex.transaction(async trx => await writeClosedThrough(trx, month));
    expect((await costs('finance', 'of=all')).closedThrough).toBeUndefined();
    await close(monthFromText('2026-08'));
    expect((await costs('finance', 'of=all')).closedThrough).toBe('2026-08');
    await close(null);
    expect((await costs('finance', 'of=all')).closedThrough).toBeUndefined();
  });

  it('shows the whole total and merges the records that are hidden', async () => {
    const answer = await costs(
      'narrow',
      `of=component:default/payments-api&by=record&${AUTUMN}`,
    );
    expect(lastMonth(answer.total)).toEqual({ EUR: '110.00' });
    expect(answer.groups.map(({ key, title }) => [key, title])).toEqual([
      ['asset:default/db', 'The db'],
      ['hidden', 'Records you may not see'],
    ]);
    expect(linesOf(answer)).toEqual({
      'asset:default/db': { EUR: '60.00' },
      hidden: { EUR: '50.00' },
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  it('merges services that the catalog hides from the caller', async () => {
    const partly = await startRegister(shop.knex, {
      catalog: shopCatalog.filter(({ metadata }) => metadata.name !== 'web'),
    });
    const { body } = await partly.get('finance', '/costs?of=all&by=service');
    expect(JSON.stringify(body)).not.toContain('component:default/web');
    expect(linesOf(body)).toMatchObject({ hidden: { EUR: '20.00' } });
    await partly.stop();
  });

  it('exports lines by month, and records the export', async () => {
    const response = await shop.register.get(
      'finance',
      '/costs?of=all&by=supplier&from=2026-09&to=2026-10&format=csv',
    );
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(response.text.split('\r\n').slice(0, 3)).toEqual([
      'month,key,title,amount,currency,converted,reportingCurrency',
      '2026-09,acme,acme,100.00,EUR,100.00,EUR',
      '2026-09,dell,dell,100.00,EUR,100.00,EUR',
    ]);
    expect(shop.register.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'costs-export',
        meta: { of: 'all' },
      }),
    );
  });
});

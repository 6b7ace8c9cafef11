import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import {
  budgetCalls,
  changed,
  pathOf,
  seedShop,
} from './__testUtils__/budgets';
import { shopCatalog } from './__testUtils__/shop';
import {
  seedRegister,
  startRegister,
  type Persona,
  type Register,
} from './__testUtils__/startRegister';

jest.setTimeout(120_000);

const databases = registerDatabases();

describe.each(engines)('budgets on %s', engine => {
  let knex: Knex;
  let register: Register;

  beforeEach(async () => {
    knex = await databases.empty(engine);
    await seedShop(knex);
    register = await startRegister(knex, { catalog: shopCatalog });
  });

  afterEach(async () => {
    await register.stop();
  });

  const { set, read, list } = budgetCalls(() => register);
  const declare = async (...records: Entity[]) =>
    await seedRegister(knex, { catalog: shopCatalog, records });

  it('compare what is spent and forecast with what was set', async () => {
    const detail = await set('group:default/payments', '1000.00', {
      rest: { note: ' Agreed in January.\nWith the second cluster. ' },
    });
    // The db: 4,800.00 over 48 months from January.
    expect(detail).toMatchObject({
      budget: {
        of: {
          ref: 'group:default/payments',
          kind: 'group',
          title: 'Group payments',
        },
        fiscalYear: 2026,
        label: 'FY26',
        from: '2026-01',
        to: '2026-12',
        basis: 'owned',
        view: 'accrued',
        currency: 'EUR',
        amount: '1000.00',
        actual: '1000.00',
        committed: '200.00',
        expected: '0.00',
        forecast: '1200.00',
        variance: '200.00',
        usedPercent: '100',
        forecastPercent: '120',
        state: 'at-risk',
        note: 'Agreed in January.\nWith the second cluster.',
        version: 1,
        updatedAt: '2026-10-15T12:00:00.000Z',
        updatedBy: 'user:default/finance',
        ratesMissing: [],
      },
      canEdit: true,
      variance: {
        setOn: '2026-10-15T12:00:00.000Z',
        plan: '1200.00',
        headroom: '200.00',
        effects: [],
        lines: [],
      },
    });
    expect(detail.months[0]).toEqual({
      month: '2026-01',
      actual: '100.00',
      committed: '0.00',
      expected: '0.00',
      cumulative: '100.00',
      planned: '83.33',
    });
    expect(await read('group:default/payments')).toEqual(detail);

    const { text, headers } = await register.get(
      'finance',
      '/budgets?format=csv',
    );
    expect(headers['content-disposition']).toContain('budgets-FY26.csv');
    expect(text.split('\r\n')[1]).toMatch(
      /^group:default\/payments,Group payments,FY26,2026-01,2026-12,owned,accrued,EUR,1000.00,1000.00,200.00,0.00,1200.00,200.00,100,120,at-risk/,
    );
  });

  it('show the forecast any other answer shows', async () => {
    await set('all', '5000.00');
    await set('component:default/payments-api', '900.00', {
      rest: { view: 'invoiced' },
    });
    for (const { of, actual, committed, expected, view, basis } of (
      await list()
    ).items) {
      const { body } = await register.get(
        'finance',
        `/forecast?of=${of.ref}&view=${view}&basis=${basis}`,
      );
      expect([actual, committed, expected]).toEqual(
        ['actual', 'committed', 'expected'].map(
          part => body[part].converted.total,
        ),
      );
    }
  });

  it('explain what became of the forecast, to the cent', async () => {
    const nodes = [
      'group:default/payments',
      'group:default/commerce',
      'user:default/member',
      'component:default/payments-api',
      'component:default/web',
      'system:default/checkout',
      'supplier:dell',
      'class:hardware',
      'cost-center:CC-1',
      'all',
    ];
    for (const [index, node] of nodes.entries()) {
      await set(node, '1234.56', {
        currency: index % 3 === 0 ? 'USD' : 'EUR',
        rest: { view: index % 4 === 3 ? 'invoiced' : 'accrued' },
      });
    }
    await declare(
      // Dearer, and used by others.
      changed('Asset:db', {
        services: [
          { ref: 'component:default/payments-api', share: 33 },
          { ref: 'component:default/web', share: 47 },
        ],
        financials: {
          purchase: { amount: '5111.11', currency: 'EUR', date: '2026-01-01' },
          costCenter: 'CC-1',
          depreciation: { method: 'straight-line', months: 48 },
        },
      }),
      // Ends.
      changed('Asset:secret', {
        financials: {
          charges: [
            {
              amount: '100.00',
              currency: 'EUR',
              every: 'month',
              from: '2026-01-01',
              until: '2026-10-31',
            },
          ],
        },
      }),
      // New.
      {
        ...changed('Asset:laptop', { tag: 'HW-3' }),
        metadata: { name: 'laptop2', namespace: 'default' },
      },
    );
    await register.put('finance', '/rates').send({
      rates: [{ date: '2026-10-14', currency: 'USD', unitsPerEuro: '1.37' }],
    });

    const causes = new Set<string>();
    for (const node of nodes) {
      const { variance } = await read(node);
      variance.effects.forEach(({ cause }) => causes.add(cause));
    }
    expect([...causes].sort()).toEqual(
      expect.arrayContaining(['new', 'price', 'rate', 'schedule', 'share']),
    );
    const { variance } = await read('group:default/payments');
    expect(variance.lines).toEqual([
      expect.objectContaining({
        key: 'asset:default/db',
        title: 'The db',
        recordKind: 'Asset',
      }),
    ]);
  });

  it('merge records the reader may not read', async () => {
    await set('component:default/payments-api', '100.00');
    await declare(
      changed('Asset:secret', {
        financials: {
          charges: [
            {
              amount: '200.00',
              currency: 'EUR',
              every: 'month',
              from: '2026-01-01',
            },
          ],
        },
      }),
    );
    const full = await read('component:default/payments-api');
    expect(full.variance.lines.map(({ key }) => key)).toEqual([
      'asset:default/secret',
    ]);
    const narrow = await read('component:default/payments-api', 'narrow');
    expect(narrow.variance.lines).toEqual([
      {
        ...full.variance.lines[0],
        key: 'hidden',
        title: 'Records you may not see',
        ref: undefined,
        recordKind: undefined,
      },
    ]);
    expect(narrow.canEdit).toBe(false);
  });

  it('are listed for those who see the costs of the node', async () => {
    await set('group:default/payments', '1000.00');
    await set('group:default/other', '1200.00');
    await set('supplier:dell', '1300.00');
    await set('group:default/payments', '900.00', { fiscalYear: 2027 });
    const refs = async (persona: Persona, query = '') =>
      (await list(query, persona)).items.map(({ of }) => of.ref);
    expect(await refs('finance')).toEqual([
      'group:default/other',
      'group:default/payments',
      'supplier:dell',
    ]);
    expect(await refs('manager')).toEqual(['group:default/payments']);
    expect(await refs('member')).toEqual(['group:default/payments']);
    expect(await refs('denied')).toEqual([]);
    expect(await refs('finance', '?of=supplier:dell')).toEqual([
      'supplier:dell',
    ]);
    expect(await refs('finance', '?fiscalYear=2027')).toEqual([
      'group:default/payments',
    ]);
    expect(await list('?fiscalYear=2030', 'member')).toEqual({
      fiscalYear: 2030,
      label: 'FY30',
      fiscalYears: [2026, 2027],
      items: [],
      canEdit: false,
    });
  });

  it('are shown in another currency, month by month', async () => {
    await set('group:default/storefront', '1200.00', { currency: 'USD' });
    const [own] = (await list()).items;
    expect(own).toMatchObject({
      currency: 'USD',
      amount: '1200.00',
      actual: '1000.00',
      committed: '200.00',
      state: 'on-track',
    });
    const [euros] = (await list('?currency=EUR')).items;
    const { body } = await register.get(
      'finance',
      '/forecast?of=group:default/storefront',
    );
    // Spread evenly, the budget is the cost of the laptop.
    expect(euros).toMatchObject({
      currency: 'EUR',
      amount: body.total.converted.total,
      forecast: body.total.converted.total,
      variance: '0.00',
    });
    await knex('rates').where('date', '<', '2026-04-01').delete();
    const [missing] = (await list('?currency=EUR')).items;
    expect(missing).toMatchObject({
      state: 'unknown',
      ratesMissing: [
        { currency: 'USD', months: ['2026-01', '2026-02', '2026-03'] },
      ],
    });
  });

  it('stay when nothing knows their node any more', async () => {
    await set('supplier:dell', '10.00');
    await declare(changed('Asset:db', { vendor: 'hp' }));
    const { budget } = await read('supplier:dell');
    expect(budget.of.title).toBe('dell');
    expect((await list()).items).toHaveLength(1);
    expect(
      (
        await register
          .delete('finance', pathOf('supplier:dell'))
          .set('If-Match', '"1"')
      ).status,
    ).toBe(204);
  });
});

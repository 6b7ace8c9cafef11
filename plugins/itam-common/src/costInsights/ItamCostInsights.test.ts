import type { CostAnswer, CostQuery, CostSeries } from '../api';
import { ItamCostInsights } from './ItamCostInsights';

const series = (months: string[], total: string): CostSeries => ({
  booked: [],
  converted: { currency: 'EUR', months, total },
});

/** 310.00 in August, 100.00 in September, 310.10 in October. */
const answer = (query: CostQuery): CostAnswer => ({
  of: { ref: query.of, kind: 'group', title: 'Payments' },
  basis: 'owned',
  view: 'accrued',
  from: '2026-08',
  to: '2026-10',
  currentMonth: '2026-10',
  months: ['2026-08', '2026-09', '2026-10'],
  by: 'category',
  reportingCurrency: 'EUR',
  total: series(['310.00', '100.00', '310.10'], '720.10'),
  unallocated: series(['0.00', '0.00', '0.00'], '0.00'),
  groups: [
    {
      key: 'depreciation',
      title: 'Depreciation',
      series: series(['310.00', '0.00', '310.10'], '620.10'),
    },
    {
      key: 'charge',
      title: 'Charges',
      series: series(['0.00', '100.00', '0.00'], '100.00'),
    },
  ],
  coverage: {
    records: 2,
    priced: 2,
    withoutPrice: [],
    ratesMissing: [],
    unresolvedRefs: [],
    notes: [],
  },
  rates: [],
  asOf: '2026-10-15T12:00:00.000Z',
});

const getCosts = jest.fn(async (query: CostQuery) => answer(query));
const insights = new ItamCostInsights({
  api: { getCosts },
  identityApi: {
    getBackstageIdentity: async () => ({
      ownershipEntityRefs: ['user:default/erin', 'group:default/payments'],
    }),
  },
  currency: 'EUR',
  now: () => new Date('2026-10-15T12:00:00.000Z'),
});

const PAYMENTS = 'group:default/payments';
const total = (days: { amount: number }[]) =>
  days.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100;

describe('Cost Insights', () => {
  it('is complete until yesterday', async () => {
    expect(await insights.getLastCompleteBillingDate()).toBe('2026-10-14');
  });

  it('has the groups of who is signed in', async () => {
    expect(await insights.getUserGroups('erin')).toEqual([
      { id: PAYMENTS, name: 'payments' },
    ]);
    expect(await insights.getGroupProjects(PAYMENTS)).toEqual([]);
    expect(await insights.getAlerts(PAYMENTS)).toEqual([]);
  });

  it('asks the register for the months the days are in', async () => {
    await insights.getGroupDailyCost(PAYMENTS, 'R2/P30D/2026-10-14');
    expect(getCosts).toHaveBeenLastCalledWith({
      of: PAYMENTS,
      // Sixty days that end on 14 October begin on 16 August.
      from: '2026-08',
      to: '2026-10',
      by: 'category',
      currency: 'EUR',
    });
  });

  it('spreads a month evenly, and its days add up to it', async () => {
    const { aggregation } = await insights.getGroupDailyCost(
      PAYMENTS,
      'R2/P1M/2026-10-31',
    );
    expect(aggregation[0]).toEqual({ date: '2026-09-01', amount: 3.34 });
    const september = aggregation.filter(({ date }) => date < '2026-10');
    // 100.00 over 30 days: ten days have a cent more.
    expect(september.filter(({ amount }) => amount === 3.34)).toHaveLength(10);
    expect(september.filter(({ amount }) => amount === 3.33)).toHaveLength(20);
    expect([september.length, total(september)]).toEqual([30, 100]);
    expect(total(aggregation)).toBe(410.1);
  });

  it('compares the last period with the one before', async () => {
    const { id, change, groupedCosts } =
      await insights.getCatalogEntityDailyCost(
        'component:default/web',
        'R2/P1M/2026-10-31',
      );
    expect(id).toBe('component:default/web');
    expect(change?.amount).toBe(210.1);
    expect(change?.ratio).toBeCloseTo(2.101, 10);
    expect(groupedCosts?.product.map(one => [one.id, one.change])).toEqual([
      // Nothing before: there is no ratio.
      ['depreciation', { amount: 310.1 }],
      ['charge', { ratio: -1, amount: -100 }],
    ]);
  });

  it('tells a category of cost as a product', async () => {
    const ask = (product: string) =>
      insights.getProductInsights({
        product,
        group: PAYMENTS,
        intervals: 'R2/P1M/2026-10-31',
        project: null,
      });
    expect(await ask('charge')).toEqual({
      id: 'charge',
      aggregation: [100, 0],
      entities: {},
      change: { ratio: -1, amount: -100 },
    });
    expect(await ask('compute')).toMatchObject({ aggregation: [0, 0] });
  });

  it.each([
    'P30D/2026-10-14',
    'R2/P30D/2026-02-30',
    'R0/P30D/2026-10-14',
    'R9/P9Y/2026-10-14',
  ])('refuses %s', async intervals => {
    await expect(
      insights.getGroupDailyCost(PAYMENTS, intervals),
    ).rejects.toMatchObject({ name: 'InputError' });
  });

  it('has no metrics of the business', async () => {
    await expect(
      insights.getDailyMetricData('signups', 'R2/P30D/2026-10-14'),
    ).rejects.toThrow('no metric signups');
  });
});

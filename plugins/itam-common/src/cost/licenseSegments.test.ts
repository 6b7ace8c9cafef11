import { costAffects, costDependencies } from './costDependencies';
import { totalCost } from './rollUp';
import { contextOf, contract, license, segmentsOf } from './testing/estate';
import { END, euro, months, range, START } from './testing/monthlyCosts';
import type { CostRecord } from './types';

describe('licences', () => {
  const price = {
    amount: '1200.00',
    currency: 'EUR',
    per: 'unit' as const,
    every: 'year' as const,
  };
  const term = { start: '2026-01-01', end: '2026-12-31' };

  it('cost price times quantity; more seats count from their month', () => {
    const base = { quantity: 20, term, financials: { price } };
    const before = months(segmentsOf([license('x', base)]));
    const after = months(
      segmentsOf([
        license('x', {
          ...base,
          quantityChanges: [{ from: '2026-07-15', quantity: 30 }],
        }),
      ]),
    );
    expect(before).toEqual(range('2026-01', '2026-12', 200000));
    expect(after).toEqual({
      ...range('2026-01', '2026-06', 200000),
      ...range('2026-07', '2026-12', 300000),
    });
  });

  it('cost less for fewer seats from the next period only', () => {
    const segments = segmentsOf([
      license('x', {
        quantity: 20,
        term: { start: '2026-01-01', end: '2027-12-31' },
        quantityChanges: [{ from: '2026-07-15', quantity: 10 }],
        financials: { price },
      }),
    ]);
    expect(months(segments)).toEqual({
      ...range('2026-01', '2026-12', 200000),
      ...range('2027-01', '2027-12', 100000),
    });
  });

  it('count once when a subscription contract has charges', () => {
    const records = (type: 'subscription' | 'support') => [
      license('github', {
        quantity: 250,
        term,
        contract: 'contract:default/github-2026',
        services: [{ ref: 'system:default/delivery' }],
        financials: {
          price: {
            amount: '21.00',
            currency: 'USD',
            per: 'unit',
            every: 'month',
          },
        },
      }),
      contract('github-2026', {
        type,
        covers: ['license:default/github'],
        financials: {
          charges: [
            {
              amount: '63000.00',
              currency: 'USD',
              every: 'year',
              from: '2026-01-01',
            },
          ],
        },
      }),
    ];
    const counted = (list: CostRecord[]) =>
      totalCost(segmentsOf(list), START, END).get('USD');
    expect(counted(records('subscription'))).toBe(6_300_000n);
    expect(counted(records('support'))).toBe(12_600_000n);
    const [seats, agreement] = records('subscription');
    const context = contextOf([seats, agreement]);
    expect(costDependencies(seats, context)).toEqual([agreement.ref]);
    expect(costDependencies(agreement, context)).toEqual([seats.ref]);
    expect(costAffects(seats)).toEqual([agreement.ref]);
    expect(costAffects(agreement)).toEqual([]);
  });

  it('pay their own price in months the contract does not charge', () => {
    const segments = segmentsOf([
      license('x', {
        quantity: 1,
        term,
        contract: 'contract:default/c',
        financials: { price: { ...price, every: 'month' } },
      }),
      contract('c', {
        financials: {
          charges: [
            {
              ...euro('5.00'),
              every: 'month',
              from: '2026-03-01',
              until: '2026-04-30',
            },
          ],
        },
      }),
    ]);
    expect(months(segments)).toEqual({
      ...range('2026-01', '2026-02', 120000),
      ...range('2026-03', '2026-04', 500),
      ...range('2026-05', '2026-12', 120000),
    });
  });
});

import { costSegments } from '../cost/costSegments';
import { totalCost } from '../cost/rollUp';
import {
  asset,
  contextOf,
  contract,
  license,
  OPTIONS,
} from '../cost/testing/estate';
import { euro } from '../cost/testing/monthlyCosts';
import { markRemoved } from '../cost/mergeDeclared';
import type { CostRecord } from '../cost/types';
import { monthFromText, ratio } from '../values';
import { quantityUnitMonths } from './quantityUnitMonths';

const PRICE = {
  ...euro('1200.00'),
  per: 'unit' as const,
  every: 'year' as const,
};
const TERM = { start: '2026-01-01', end: '2027-12-31' };

function units(
  record: CostRecord,
  from: string,
  toExclusive: string,
  others: CostRecord[] = [],
) {
  return quantityUnitMonths(
    record,
    contextOf([record, ...others]),
    OPTIONS,
    monthFromText(from),
    monthFromText(toExclusive),
  );
}

describe('units paid for', () => {
  const seats = license('x', {
    quantity: 20,
    quantityChanges: [
      { from: '2026-07-15', quantity: 30 },
      { from: '2026-09-01', quantity: 5 },
    ],
    term: TERM,
    financials: {
      price: PRICE,
      charges: [{ ...euro('10.00'), every: 'month', from: '2026-01-01' }],
    },
  });

  it('follow the quantity as the price does', () => {
    expect(units(seats, '2026-01', '2026-07')).toEqual(ratio(120n));
    expect(units(seats, '2026-07', '2026-08')).toEqual(ratio(30n));
    expect(units(seats, '2026-01', '2027-01')).toEqual(ratio(300n));
    expect(units(seats, '2027-01', '2028-01')).toEqual(ratio(60n));
    expect(units(seats, '2028-01', '2029-01')).toEqual(ratio(0n));
  });

  it('times their price are the cost', () => {
    const { charges: _charges, ...financials } =
      seats.kind === 'License' ? seats.spec.financials ?? {} : {};
    const plain = license('x', {
      ...(seats.kind === 'License' ? seats.spec : {}),
      financials,
    });
    const cost = totalCost(
      costSegments(plain, contextOf([plain]), OPTIONS),
      monthFromText('2026-01'),
      monthFromText('2027-01'),
    );
    expect(cost).toEqual(new Map([['EUR', 300n * 10_000n]]));
  });

  it('may be fractions', () => {
    const consumed = license('x', {
      quantity: 0.25,
      metric: 'consumption',
      term: TERM,
      financials: { price: { ...PRICE, every: 'month' } },
    });
    expect(units(consumed, '2026-01', '2026-04')).toEqual(ratio(3n, 4n));
  });

  it('end with the removal and where a contract takes the place', () => {
    expect(
      units(markRemoved(seats, '2026-03-10'), '2026-01', '2027-01'),
    ).toEqual(ratio(60n));
    const named = license('y', {
      quantity: 10,
      contract: 'contract:default/c',
      term: TERM,
      financials: { price: PRICE },
    });
    const agreement = contract('c', {
      financials: {
        charges: [{ ...euro('9.00'), every: 'year', from: '2026-01-01' }],
      },
    });
    expect(units(named, '2026-07', '2027-03', [agreement])).toEqual(ratio(20n));
  });

  it('are counted only where the price is by the unit', () => {
    expect(units(asset('a'), '2026-01', '2027-01')).toBeNull();
    expect(units(contract('c'), '2026-01', '2027-01')).toBeNull();
    expect(
      units(license('x', { quantity: 3, term: TERM }), '2026-01', '2027-01'),
    ).toBeNull();
    expect(
      units(
        license('x', {
          quantity: 3,
          term: TERM,
          financials: { price: { ...PRICE, per: 'total' } },
        }),
        '2026-01',
        '2027-01',
      ),
    ).toBeNull();
    expect(
      units(
        license('x', { term: TERM, financials: { price: PRICE } }),
        '2026-01',
        '2027-01',
      ),
    ).toBeNull();
  });
});

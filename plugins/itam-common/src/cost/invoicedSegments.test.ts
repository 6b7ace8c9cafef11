import { costSegments } from './costSegments';
import { invoicedSegments } from './invoicedSegments';
import { markRemoved } from './mergeDeclared';
import { totalCost } from './rollUp';
import { asset, contextOf, contract, license, OPTIONS } from './testing/estate';
import { END, euro, START } from './testing/monthlyCosts';
import type { CostRecord } from './types';

function invoiced(record: CostRecord, others: CostRecord[] = []) {
  return invoicedSegments(record, contextOf([record, ...others]), OPTIONS).map(
    ({ date, category, nature, totalMinor, currency }) =>
      `${date} ${category} ${nature} ${totalMinor} ${currency}`,
  );
}

describe('costs as invoiced', () => {
  const price = {
    ...euro('1200.00'),
    per: 'unit' as const,
    every: 'year' as const,
  };
  const term = { start: '2026-01-15', end: '2027-12-31' };

  it("are an asset's purchase, improvements, charges and proceeds", () => {
    const server = asset('a', {
      inService: '2026-02-01',
      services: [{ ref: 'component:default/api', share: 25 }],
      disposal: { date: '2026-05-20' },
      financials: {
        purchase: { ...euro('4800.00'), date: '2026-01-10' },
        depreciation: { method: 'straight-line', months: 48 },
        charges: [{ ...euro('10.00'), every: 'month', from: '2026-03-15' }],
        events: [{ date: '2026-04-20', kind: 'improvement', amount: '50.00' }],
        proceeds: { amount: '300.00', currency: 'USD' },
      },
    });
    expect(invoiced(server)).toEqual([
      '2026-01-10 purchase capital 480000 EUR',
      '2026-03-15 charge operating 1000 EUR',
      '2026-04-15 charge operating 1000 EUR',
      '2026-04-20 improvement capital 5000 EUR',
      '2026-05-15 charge operating 1000 EUR',
      '2026-05-20 proceeds capital -30000 USD',
    ]);
    const context = contextOf([server]);
    const [first] = invoicedSegments(server, context, OPTIONS);
    expect(first.slices).toEqual([
      { serviceRef: 'component:default/api', lo: 0, hi: 2500 },
      { serviceRef: null, lo: 2500, hi: 10000 },
    ]);
    // In the end, what accrued is what was paid.
    const accrued = costSegments(server, context, OPTIONS);
    expect(totalCost(accrued, START, END)).toEqual(
      totalCost(invoicedSegments(server, context, OPTIONS), START, END),
    );
  });

  it('end with the removal of the record', () => {
    const record = asset('a', {
      financials: {
        charges: [{ ...euro('10.00'), every: 'month', from: '2026-01-15' }],
      },
    });
    expect(invoiced(markRemoved(record, '2026-03-10'))).toHaveLength(2);
  });

  it("are a licence's periods and the units added within them", () => {
    const seats = license('x', {
      quantity: 20,
      quantityChanges: [
        { from: '2026-07-15', quantity: 30 },
        { from: '2026-09-01', quantity: 5 },
      ],
      term,
      financials: { price },
    });
    expect(invoiced(seats)).toEqual([
      '2026-01-15 license operating 2400000 EUR',
      '2026-07-15 license operating 600000 EUR',
      '2027-01-15 license operating 600000 EUR',
    ]);
    expect(invoiced(license('y', { term, financials: { price } }))).toEqual([]);
    expect(
      invoiced(
        license('z', {
          term,
          financials: { price: { ...price, per: 'total' } },
        }),
      ),
    ).toHaveLength(2);
  });

  it("are the contract's where its charges replace the price", () => {
    const seats = license('x', {
      quantity: 1,
      contract: 'contract:default/c',
      term,
      financials: { price },
    });
    const agreement = contract('c', {
      financials: {
        charges: [{ ...euro('999.00'), every: 'year', from: '2026-01-01' }],
      },
    });
    expect(invoiced(agreement, [seats])).toEqual([
      '2026-01-01 contract operating 99900 EUR',
    ]);
    expect(invoiced(seats, [agreement])).toEqual([
      '2027-01-15 license operating 120000 EUR',
    ]);
  });
});

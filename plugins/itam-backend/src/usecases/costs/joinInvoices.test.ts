import {
  segmentMonths,
  sliceMonths,
  type CostSegment,
} from '@backstage-itam/plugin-itam-common';
import fc from 'fast-check';
import { joinInvoices } from './joinInvoices';

const START = 2026 * 12;
const MONTHS = 24;

const invoice = fc
  .record({
    month: fc.nat(MONTHS - 1),
    totalMinor: fc.constantFrom(10_000n, -333n, 1n, 10n ** 15n - 1n),
    certainty: fc.constantFrom<CostSegment['certainty'][]>(
      'actual',
      'committed',
    ),
    cut: fc.constantFrom(3_333, 6_000),
    view: fc.constantFrom<CostSegment['view'][]>(
      'invoiced',
      'invoiced',
      'accrued',
    ),
    repeats: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ month, cut, repeats, ...drawn }) =>
    Array.from(
      { length: Math.min(repeats, MONTHS - month) },
      (_, index): CostSegment => ({
        ...drawn,
        recordRef: 'contract:default/c',
        recordKind: 'Contract',
        category: 'contract',
        currency: 'EUR',
        units: 1,
        startMonth: START + month + index,
        windowFromUnit: 0,
        windowToUnitExclusive: 1,
        ownerRef: null,
        costCenter: null,
        vendor: null,
        assetClass: null,
        weightTotal: 10_000,
        slices: [
          { serviceRef: 'component:default/api', lo: 0, hi: cut },
          { serviceRef: null, lo: cut, hi: 10_000 },
        ],
      }),
    ),
  );
const invoices = fc
  .array(invoice, { maxLength: 6 })
  .map(lists => lists.flat().sort((a, b) => a.startMonth - b.startMonth));

function wholeMonths(segments: readonly CostSegment[], view: string) {
  const sums = new Array<bigint>(MONTHS).fill(0n);
  for (const segment of segments.filter(one => one.view === view)) {
    segmentMonths(segment, START, START + MONTHS).forEach((month, index) => {
      sums[index] += month;
    });
  }
  return sums;
}

describe('joined invoices', () => {
  it('keep the amount of every month and view', () => {
    fc.assert(
      fc.property(invoices, segments => {
        const joined = joinInvoices(segments);
        for (const view of ['accrued', 'invoiced']) {
          expect(wholeMonths(joined, view)).toEqual(
            wholeMonths(segments, view),
          );
        }
        expect(joined.filter(({ view }) => view === 'accrued')).toEqual(
          segments.filter(({ view }) => view === 'accrued'),
        );
      }),
    );
  });

  it('are one for a charge every month, sliced as its share', () => {
    const monthly = fc.sample(invoice, { seed: 1, numRuns: 200 });
    const [first] = monthly.filter(
      ([{ view, totalMinor }]) => view === 'invoiced' && totalMinor === 10_000n,
    );
    const year = Array.from({ length: 12 }, (_, index) => ({
      ...first[0],
      startMonth: START + index,
    }));
    const joined = joinInvoices(year);
    expect(joined).toHaveLength(1);
    expect(joined[0]).toMatchObject({
      totalMinor: 120_000n,
      units: 12,
      startMonth: START,
      windowToUnitExclusive: 12,
    });
    // More months leave those before as they are.
    const [half] = joinInvoices(year.slice(0, 6));
    for (const slice of half.slices) {
      expect(sliceMonths(half, slice, START, START + 6)).toEqual(
        sliceMonths(joined[0], slice, START, START + 6),
      );
    }
    // Twins stay two.
    expect(joinInvoices([...year, ...year].sort(byMonth))).toHaveLength(2);
    // Another price, and a month without invoice, begin anew.
    expect(
      joinInvoices(
        year.map((one, index) => ({
          ...one,
          totalMinor: index < 5 ? 10_000n : 11_000n,
        })),
      ),
    ).toHaveLength(2);
    expect(joinInvoices(year.filter((_, index) => index !== 5))).toHaveLength(
      2,
    );
  });

  it('stay within the scale the formula is exact for', () => {
    const wide = (month: number): CostSegment => ({
      ...fc.sample(invoice, { seed: 1, numRuns: 1 })[0][0],
      view: 'invoiced',
      totalMinor: 100n,
      startMonth: START + month,
      weightTotal: 900_000_000,
      slices: [{ serviceRef: null, lo: 0, hi: 900_000_000 }],
    });
    expect(
      joinInvoices([wide(0), wide(1), wide(2)]).map(({ units }) => units),
    ).toEqual([2, 1]);
  });
});

function byMonth(a: CostSegment, b: CostSegment): number {
  return a.startMonth - b.startMonth;
}

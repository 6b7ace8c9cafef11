import fc from 'fast-check';
import {
  segmentAmount,
  segmentMonths,
  segmentTotal,
  sliceAmount,
  sliceMonths,
} from './segmentValue';
import type { CostSegment } from './types';

function segment(
  totalMinor: bigint,
  units: number,
  bounds: readonly number[],
  window: { from: number; to: number } = { from: 0, to: units },
): CostSegment {
  return {
    recordRef: 'asset:default/x',
    recordKind: 'Asset',
    view: 'accrued',
    category: 'charge',
    certainty: 'actual',
    currency: 'EUR',
    totalMinor,
    units,
    startMonth: 24312,
    windowFromUnit: window.from,
    windowToUnitExclusive: window.to,
    ownerRef: null,
    costCenter: null,
    vendor: null,
    assetClass: null,
    weightTotal: bounds[bounds.length - 1],
    slices: bounds.map((hi, index) => ({
      serviceRef: `component:default/${index}`,
      lo: index === 0 ? 0 : bounds[index - 1],
      hi,
    })),
  };
}

const arbitrary = fc
  .record({
    totalMinor: fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }),
    units: fc.integer({ min: 1, max: 600 }),
    widths: fc.array(fc.integer({ min: 1, max: 10_000 }), {
      minLength: 1,
      maxLength: 8,
    }),
  })
  .map(({ totalMinor, units, widths }) => {
    let at = 0;
    return segment(
      totalMinor,
      units,
      widths.map(width => (at += width)),
    );
  });

const sum = (amounts: readonly bigint[]) =>
  amounts.reduce((total, amount) => total + amount, 0n);

describe('segments', () => {
  it('give 100.00 over three months, 50:50, to the cent', () => {
    const example = segment(10000n, 3, [5000, 10000]);
    const of = (index: number) =>
      sliceMonths(example, example.slices[index], 24312, 24315);
    expect(of(0)).toEqual([1667n, 1666n, 1667n]);
    expect(of(1)).toEqual([1666n, 1668n, 1666n]);
    expect(segmentMonths(example, 24312, 24315)).toEqual([3333n, 3334n, 3333n]);
  });

  it('mirror a refund', () => {
    const paid = segment(10000n, 3, [5000, 10000]);
    const refunded = segment(-10000n, 3, [5000, 10000]);
    expect(sliceMonths(refunded, refunded.slices[1], 24312, 24315)).toEqual(
      sliceMonths(paid, paid.slices[1], 24312, 24315).map(amount => -amount),
    );
  });

  it('count nothing outside the window and the range', () => {
    const clipped = segment(1200n, 12, [1], { from: 2, to: 4 });
    expect(segmentMonths(clipped, 24311, 24318)).toEqual([
      0n,
      0n,
      0n,
      100n,
      100n,
      0n,
      0n,
    ]);
    expect(segmentTotal(clipped, 0, 99999)).toBe(200n);
    expect(segmentMonths(clipped, 24320, 24310)).toEqual([]);
    expect(segmentAmount(clipped, 5, 3)).toBe(0n);
  });

  it('telescope over months and over slices', () => {
    fc.assert(
      fc.property(arbitrary, value => {
        const end = value.startMonth + value.units;
        const months = segmentMonths(value, value.startMonth, end);
        expect(sum(months)).toBe(value.totalMinor);
        const slices = value.slices.map(slice =>
          sliceMonths(value, slice, value.startMonth, end),
        );
        months.forEach((month, index) => {
          expect(sum(slices.map(slice => slice[index]))).toBe(month);
        });
        value.slices.forEach((slice, index) => {
          expect(sum(slices[index])).toBe(
            sliceAmount(value, slice, 0, value.units),
          );
        });
      }),
    );
  });

  it('add up over windows cut anywhere', () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), (value, at) => {
        const cut = at % (value.units + 1);
        const before = { ...value, windowToUnitExclusive: cut };
        const after = { ...value, windowFromUnit: cut };
        for (const slice of value.slices) {
          expect(
            sliceAmount(before, slice, 0, value.units) +
              sliceAmount(after, slice, 0, value.units),
          ).toBe(sliceAmount(value, slice, 0, value.units));
        }
      }),
    );
  });

  it('stay within two minor units of the exact value', () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), fc.nat(), (value, month, which) => {
        const unit = month % value.units;
        const slice = value.slices[which % value.slices.length];
        const scale = BigInt(value.units) * BigInt(value.weightTotal);
        const scaled =
          sliceAmount(value, slice, unit, unit + 1) * scale -
          value.totalMinor * BigInt(slice.hi - slice.lo);
        expect(scaled < 2n * scale && scaled > -2n * scale).toBe(true);
      }),
    );
  });

  it('keep every intermediate value inside 64 bits', () => {
    const limit = 2n ** 63n;
    fc.assert(
      fc.property(arbitrary, value => {
        const n = BigInt(value.units) * BigInt(value.weightTotal);
        const magnitude =
          value.totalMinor < 0n ? -value.totalMinor : value.totalMinor;
        const rest = magnitude % n;
        expect((magnitude / n) * n < limit).toBe(true);
        expect(2n * rest * n + n < limit).toBe(true);
      }),
    );
  });
});

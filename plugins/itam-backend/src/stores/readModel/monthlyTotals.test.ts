import fc from 'fast-check';
import { MonthlyTotals, type TotalKey } from './monthlyTotals';
import { WINDOW_MONTHS } from './packedMonths';

const key: TotalKey = {
  nodeKey: 'all',
  view: 'accrued',
  basis: 'used',
  certainty: 'actual',
  category: 'charge',
  currency: 'EUR',
};
const LARGEST = 2n ** 63n - 1n;

function summed(of: readonly (readonly [bigint, 1n | -1n])[]): bigint[] {
  const totals = new MonthlyTotals();
  for (const [month, sign] of of) {
    totals.add(key, [month], sign, WINDOW_MONTHS - 1);
  }
  return totals.nonZero().map(({ months }) => months[WINDOW_MONTHS - 1]);
}

/** What it gives, or that it was refused as too large. */
function outcomeOf<T>(sum: () => T): T | 'refused' {
  try {
    return sum();
  } catch (error) {
    if (error instanceof RangeError) {
      return 'refused';
    }
    throw error;
  }
}

describe('monthly totals', () => {
  it('add up exactly, or refuse what 64 bits do not hold', () => {
    const term = fc.tuple(
      fc.oneof(
        fc.bigInt({ min: -LARGEST, max: LARGEST }),
        fc.bigInt({ min: -9n, max: 9n }),
      ),
      fc.constantFrom(1n as const, -1n as const),
    );
    fc.assert(
      fc.property(fc.array(term, { maxLength: 4 }), terms => {
        let sum = 0n;
        let fits = true;
        for (const [month, sign] of terms) {
          sum += sign * month;
          fits &&= BigInt.asIntN(64, sum) === sum;
        }
        const expected = sum === 0n ? [] : [sum];
        expect(outcomeOf(() => summed(terms))).toEqual(
          fits ? expected : 'refused',
        );
      }),
    );
  });

  it.each([
    [LARGEST, 1n],
    [-LARGEST - 1n, -1n],
  ] as const)('refuse one more than %s', (most, one) => {
    expect(summed([[most, 1n]])).toEqual([most]);
    expect(() =>
      summed([
        [most, 1n],
        [one, 1n],
      ]),
    ).toThrow(/beyond 64 bits/);
  });
});

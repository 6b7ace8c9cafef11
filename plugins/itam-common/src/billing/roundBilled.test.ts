import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import { divideRounded } from '../values';
import { minorRatio, sumOfDecimals } from './exactDecimal';
import { roundBilled, type BilledPart } from './roundBilled';

seedProperties();

const part = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  month: fc.integer({ min: 24_300, max: 24_303 }),
  exact: fc.record({
    units: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
    scale: fc.integer({ min: 0, max: 14 }),
  }),
});
/** One amount for each record and month. */
const parts = fc.uniqueArray(part, {
  selector: ({ key, month }) => `${key} ${month}`,
});

const roundedSum = (list: readonly BilledPart[], currency: string) => {
  const { numerator, denominator } = minorRatio(
    sumOfDecimals(list.map(({ exact }) => exact)),
    currency,
  );
  return divideRounded(numerator, denominator, 'half-up');
};

describe('the amounts of a bill', () => {
  it('add up to its exact total, rounded once', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom('EUR', 'JPY', 'KWD'), (list, code) => {
        const rounded = roundBilled(list, code);
        expect(rounded).toHaveLength(list.length);
        expect(rounded.reduce((sum, { minor }) => sum + minor, 0n)).toBe(
          roundedSum(list, code),
        );
      }),
    );
  });

  it('are near what they are exactly, and so is each month', () => {
    fc.assert(
      fc.property(parts, list => {
        const rounded = roundBilled(list, 'EUR');
        const isWithin = (
          minor: bigint,
          exact: BilledPart[],
          units: bigint,
        ) => {
          const { numerator, denominator } = minorRatio(
            sumOfDecimals(exact.map(one => one.exact)),
            'EUR',
          );
          const off = minor * denominator - numerator;
          expect((off < 0n ? -off : off) < units * denominator).toBe(true);
        };
        rounded.forEach(one => isWithin(one.minor, [one.part], 2n));
        for (const month of new Set(list.map(one => one.month))) {
          const of = rounded.filter(one => one.part.month === month);
          isWithin(
            of.reduce((sum, { minor }) => sum + minor, 0n),
            of.map(one => one.part),
            1n,
          );
        }
      }),
    );
  });

  it('are the same in whatever order they come', () => {
    fc.assert(
      fc.property(parts, list => {
        const byPart = (of: readonly BilledPart[]) =>
          new Map(
            roundBilled(of, 'EUR').map(one => [
              `${one.part.key} ${one.part.month}`,
              one.minor,
            ]),
          );
        expect(byPart([...list].reverse())).toEqual(byPart(list));
      }),
    );
  });
});

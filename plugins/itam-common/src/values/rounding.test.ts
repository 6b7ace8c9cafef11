import { divideRounded } from './rounding';
import { ratioFromDecimal, ratioFromNumber, timesRatio } from './ratio';
import { intersect, subtract, unite } from './interval';
import { currencyExponent, isCurrency } from './currency';

describe('divideRounded', () => {
  it.each([
    ['half-up', 5n, 2n, 3n],
    ['half-up', -5n, 2n, -3n],
    ['half-up', 4n, 3n, 1n],
    ['half-even', 5n, 2n, 2n],
    ['half-even', 7n, 2n, 4n],
    ['half-even', 7n, -2n, -4n],
    ['down', -7n, 2n, -3n],
    ['up', -7n, 2n, -4n],
    ['floor', -7n, 2n, -4n],
    ['ceiling', -7n, 2n, -3n],
    ['floor', 7n, 2n, 3n],
    ['ceiling', 7n, 2n, 4n],
    ['up', 6n, 2n, 3n],
  ] as const)('%s of %s / %s is %s', (mode, n, d, expected) => {
    expect(divideRounded(n, d, mode)).toBe(expected);
  });

  it('refuses to divide by zero', () => {
    expect(() => divideRounded(1n, 0n, 'down')).toThrow('Division by zero');
  });
});

describe('ratios', () => {
  it('are read exactly', () => {
    expect(ratioFromDecimal('1.1323')).toEqual({
      numerator: 11323n,
      denominator: 10000n,
    });
    expect(ratioFromDecimal('N/A')).toBeUndefined();
    expect(timesRatio(6_300_000n, ratioFromNumber(1.05), 'half-up')).toBe(
      6_615_000n,
    );
    expect(timesRatio(-10n, ratioFromNumber(-0.25), 'half-up')).toBe(3n);
    expect(ratioFromNumber(1.5e-9)).toEqual({
      numerator: 15n,
      denominator: 10n ** 10n,
    });
    expect(ratioFromNumber(2e21).numerator).toBe(2n * 10n ** 21n);
    expect(() => ratioFromNumber(NaN)).toThrow('not a decimal');
    expect(() => ratioFromNumber(-Infinity)).toThrow('not a decimal');
  });
});

describe('intervals', () => {
  it('intersect, unite and subtract', () => {
    const year = { from: 0, toExclusive: 12 };
    expect(intersect(year, { from: 6, toExclusive: 18 })).toEqual({
      from: 6,
      toExclusive: 12,
    });
    expect(intersect(year, { from: 12, toExclusive: 18 })).toBeUndefined();
    expect(
      unite([
        { from: 5, toExclusive: 7 },
        { from: 1, toExclusive: 3 },
        { from: 3, toExclusive: 4 },
        { from: 6, toExclusive: 6 },
      ]),
    ).toEqual([
      { from: 1, toExclusive: 4 },
      { from: 5, toExclusive: 7 },
    ]);
    expect(
      subtract(year, [
        { from: 3, toExclusive: 5 },
        { from: 10, toExclusive: 20 },
        { from: -3, toExclusive: 0 },
      ]),
    ).toEqual([
      { from: 0, toExclusive: 3 },
      { from: 5, toExclusive: 10 },
    ]);
    expect(subtract(year, [year])).toEqual([]);
  });
});

describe('currencies', () => {
  it('have the exponents of ISO 4217', () => {
    expect(['JPY', 'EUR', 'KWD'].map(currencyExponent)).toEqual([0, 2, 3]);
    expect(isCurrency('XAU')).toBe(false);
    expect(isCurrency('XOF')).toBe(true);
    expect(isCurrency('toString')).toBe(false);
    expect(() => currencyExponent('XAU')).toThrow('not an ISO 4217');
  });
});

import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import {
  exactDecimalText,
  ExactSum,
  minorRatio,
  parseExactDecimal,
  sumOfDecimals,
} from './exactDecimal';

seedProperties();

describe('exact decimals', () => {
  it.each([
    ['12.50', '12.5'],
    ['-0.00000080000', '-0.0000008'],
    ['0.000', '0'],
    ['-0', '0'],
    ['.5', '0.5'],
    ['7.', '7'],
    ['007', '7'],
    ['1.5E-07', '0.00000015'],
    ['-2e3', '-2000'],
    ['1.25e+1', '12.5'],
  ])('read %s as it is', (text, written) => {
    const read = parseExactDecimal(text);
    expect(read && exactDecimalText(read)).toBe(written);
  });

  it.each([
    '',
    '.',
    '-',
    '+1',
    '1,000.00',
    '1.000,00',
    '1 000',
    '$1',
    '1e',
    'e5',
    '1e100',
    '1.2.3',
    'NaN',
    'Infinity',
    '0x10',
    '１２',
    '9'.repeat(61),
    `0.${'1'.repeat(61)}`,
  ])('refuse %s', text => {
    expect(parseExactDecimal(text)).toBeUndefined();
  });

  it('lose nothing where floating point would', () => {
    const sum = new ExactSum();
    ['0.1', '0.2', '1000000000000', '-1000000000000.3', '1e-20'].forEach(text =>
      sum.add(parseExactDecimal(text) ?? { units: 0n, scale: 0 }),
    );
    expect(exactDecimalText(sum.value())).toBe('0.00000000000000000001');
  });

  it('come back as they were written, and add up in any order', () => {
    const decimal = fc.record({
      units: fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
      scale: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(decimal, { maxLength: 8 }), parts => {
        for (const part of parts) {
          const read = parseExactDecimal(exactDecimalText(part));
          expect(read && exactDecimalText(read)).toBe(exactDecimalText(part));
        }
        const scaled = parts.reduce(
          (sum, { units, scale }) => sum + units * 10n ** BigInt(20 - scale),
          0n,
        );
        for (const order of [parts, [...parts].reverse()]) {
          expect(exactDecimalText(sumOfDecimals(order))).toBe(
            exactDecimalText({ units: scaled, scale: 20 }),
          );
        }
      }),
    );
  });

  it('are minor units of their currency, not rounded', () => {
    const amount = { units: 12345n, scale: 4 };
    expect(minorRatio(amount, 'EUR')).toEqual({
      numerator: 2469n,
      denominator: 20n,
    });
    expect(minorRatio(amount, 'JPY')).toEqual({
      numerator: 2469n,
      denominator: 2000n,
    });
  });
});

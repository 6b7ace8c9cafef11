import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import { formatAmount } from '../values';
import { type DecimalSeparator, parseImportAmount } from './parseImportAmount';

seedProperties(500);

type Case = [string, DecimalSeparator | undefined, string | undefined, string];

describe('parseImportAmount', () => {
  it.each<Case>([
    ['1234.50', 'point', 'EUR', '1234.50 EUR'],
    ['1,234.50', 'point', 'EUR', '1234.50 EUR'],
    ['1.234,50', 'comma', 'EUR', '1234.50 EUR'],
    ['1 234,50', 'comma', 'EUR', '1234.50 EUR'],
    ['1\u00a0234,50 €', 'comma', undefined, '1234.50 EUR'],
    ['1\u202f234,50', 'comma', 'EUR', '1234.50 EUR'],
    ["1'234.50", 'point', 'CHF', '1234.50 CHF'],
    ['Fr. 1’234.50', 'point', undefined, '1234.50 CHF'],
    ['12,34,567.00', 'point', 'INR', '1234567.00 INR'],
    ['₹12,34,567', 'point', undefined, '1234567 INR'],
    ['$1,234', 'point', 'CAD', '1234 CAD'],
    ['US$ 5', 'point', undefined, '5 USD'],
    ['EUR 129,50', 'comma', undefined, '129.50 EUR'],
    ['129.50 usd', 'point', 'USD', '129.50 USD'],
    ['1.234', 'comma', 'EUR', '1234 EUR'],
    ['1,234', 'point', 'EUR', '1234 EUR'],
    ['-31.00', 'point', 'EUR', '-31.00 EUR'],
    ['−31.00', 'point', 'EUR', '-31.00 EUR'],
    ['(31.00)', 'point', 'EUR', '-31.00 EUR'],
    ['-$31.00', 'point', 'USD', '-31.00 USD'],
    ['31.00-', 'point', 'EUR', '-31.00 EUR'],
    ['12 kr.', 'comma', 'DKK', '12 DKK'],
    ['.50', 'point', 'EUR', '0.50 EUR'],
    ['1000', undefined, 'JPY', '1000 JPY'],
    ['129.50', undefined, 'EUR', '129.50 EUR'],
    ['129,50', undefined, 'EUR', '129.50 EUR'],
    ['1.234,50', undefined, 'EUR', '1234.50 EUR'],
    ['1,234,567', undefined, 'EUR', '1234567 EUR'],
  ])('reads %s (%s, %s) as %s', (text, decimal, currency, expected) => {
    const answer = parseImportAmount(text, decimal, currency);
    expect(
      answer.ok ? `${answer.value.amount} ${answer.value.currency}` : answer,
    ).toBe(expected);
  });

  it.each<Case>([
    ['1,234', undefined, 'EUR', 'ambiguous-number'],
    ['1.234', undefined, 'EUR', 'ambiguous-number'],
    ['129.50', 'comma', 'EUR', 'not-a-number'],
    ['129,50', 'point', 'EUR', 'not-a-number'],
    ['1,23,4.00', 'point', 'EUR', 'not-a-number'],
    ['1.2.3', 'point', 'EUR', 'not-a-number'],
    ['1.000,00', 'point', 'EUR', 'not-a-number'],
    ['12.', 'point', 'EUR', 'not-a-number'],
    ['twelve', 'point', 'EUR', 'not-a-number'],
    ['', 'point', 'EUR', 'not-a-number'],
    ['1e5', 'point', 'EUR', 'not-a-number'],
    ['--5', 'point', 'EUR', 'not-a-number'],
    ['(-5)', 'point', 'EUR', 'not-a-number'],
    ['€5€', 'point', 'EUR', 'not-a-number'],
    [' '.repeat(100_000), 'point', 'EUR', 'not-a-number'],
    ['1'.repeat(61), 'point', 'EUR', 'not-a-number'],
    ['1'.repeat(16), 'point', 'EUR', 'too-large'],
    ['10.50', 'point', 'JPY', 'too-many-decimals'],
    ['10', 'point', undefined, 'currency-missing'],
    ['10', 'point', 'Euro', 'currency'],
    ['10 XYZ', 'point', 'EUR', 'currency'],
    ['$10', 'point', undefined, 'ambiguous-currency'],
    ['£10', 'point', undefined, 'ambiguous-currency'],
    ['$10', 'point', 'EUR', 'currency-mismatch'],
    ['10 USD', 'point', 'EUR', 'currency-mismatch'],
  ])('refuses %s (%s, %s): %s', (text, decimal, currency, rule) => {
    const answer = parseImportAmount(text, decimal, currency);
    expect(answer.ok ? answer.value : answer.rule).toBe(rule);
  });

  it('repeats no amount', () => {
    for (const text of ['7,777', '77.77.77', '€77', '77777 XYZ']) {
      expect(
        JSON.stringify(parseImportAmount(text, undefined, 'USD')),
      ).not.toMatch(/77/);
    }
  });

  it('reads back every amount, however it is grouped', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }),
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        fc.constantFrom<DecimalSeparator>('point', 'comma'),
        fc.constantFrom('', ' ', '\u00a0', "'", 'mark'),
        (minor, currency, decimal, grouping) => {
          const plain = formatAmount(minor, currency);
          const [whole, fraction] = plain.split('.');
          const mark = decimal === 'point' ? ',' : '.';
          const grouped = whole.replace(
            /\B(?=(\d{3})+$)/g,
            grouping === 'mark' ? mark : grouping,
          );
          const text =
            fraction === undefined
              ? grouped
              : `${grouped}${decimal === 'point' ? '.' : ','}${fraction}`;
          expect(parseImportAmount(text, decimal, currency)).toEqual({
            ok: true,
            value: { amount: plain, currency },
          });
        },
      ),
    );
  });
});

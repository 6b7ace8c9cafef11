import fc from 'fast-check';
import { seedProperties } from '../__testUtils__/propertySeed';
import {
  addMoney,
  compareMoney,
  CurrencyMismatchError,
  divideMoney,
  formatAmount,
  inCurrency,
  MAX_MINOR,
  type Money,
  money,
  moneyFromJson,
  moneyToJson,
  multiplyMoney,
  negateMoney,
  parseAmount,
  sameCurrency,
  subtractMoney,
} from './money';
import { CURRENCIES } from './currency';

seedProperties();

const euro = (minor: bigint) => money(minor, 'EUR');

describe('parseAmount', () => {
  it.each([
    ['1234.50', 'EUR', 123450n],
    ['1234.5', 'EUR', 123450n],
    ['-0.01', 'EUR', -1n],
    ['1000', 'JPY', 1000n],
    ['1.234', 'KWD', 1234n],
    ['-0', 'EUR', 0n],
    ['9999999999999.99', 'EUR', MAX_MINOR],
  ])('reads %s %s', (amount, currency, minor) => {
    expect(parseAmount(amount, currency)).toEqual({ ok: true, minor });
  });

  it.each([
    ['10.50', 'JPY', 'too-many-decimals'],
    ['10.0', 'JPY', 'too-many-decimals'],
    ['1.000', 'EUR', 'too-many-decimals'],
    ['10000000000000.00', 'EUR', 'too-large'],
    ['9'.repeat(100), 'EUR', 'too-large'],
    ['x'.repeat(100), 'EUR', 'not-a-number'],
    ['1e5', 'EUR', 'not-a-number'],
    ['1,50', 'EUR', 'not-a-number'],
    ['1 000', 'EUR', 'not-a-number'],
    ['NaN', 'EUR', 'not-a-number'],
    ['Infinity', 'EUR', 'not-a-number'],
    ['', 'EUR', 'not-a-number'],
    ['.5', 'EUR', 'not-a-number'],
    ['5.', 'EUR', 'not-a-number'],
    ['1.00\n', 'EUR', 'not-a-number'],
    ['1.00', 'eur', 'currency'],
    ['1.00', 'XXX', 'currency'],
    ['1.00', 'ABC', 'currency'],
  ])('refuses %s %s', (amount, currency, rule) => {
    expect(parseAmount(amount, currency)).toEqual({ ok: false, rule });
  });

  it('reads back whatever is written, in every currency', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -MAX_MINOR, max: MAX_MINOR }),
        fc.constantFrom(...CURRENCIES),
        (minor, currency) => {
          const text = formatAmount(minor, currency);
          expect(parseAmount(text, currency)).toEqual({ ok: true, minor });
        },
      ),
    );
  });
});

describe('money', () => {
  it('refuses unknown currencies and amounts beyond the limit', () => {
    expect(() => money(1n, 'XYZ')).toThrow("'XYZ' is not an ISO 4217");
    expect(() => money(MAX_MINOR + 1n, 'EUR')).toThrow('15 digits');
    expect(() => addMoney(euro(MAX_MINOR), euro(1n))).toThrow('15 digits');
  });

  it('adds, subtracts, negates, multiplies, divides and compares', () => {
    expect(addMoney(euro(150n), euro(250n))).toEqual(euro(400n));
    expect(subtractMoney(euro(150n), euro(250n))).toEqual(euro(-100n));
    expect(negateMoney(euro(150n))).toEqual(euro(-150n));
    expect(multiplyMoney(euro(150n), 3n)).toEqual(euro(450n));
    expect(divideMoney(euro(100n), 3n, 'half-up')).toEqual(euro(33n));
    expect(compareMoney(euro(1n), euro(2n))).toBe(-1);
    expect(compareMoney(euro(2n), euro(2n))).toBe(0);
    expect(compareMoney(euro(3n), euro(2n))).toBe(1);
  });

  it('passes through JSON as decimal text', () => {
    const json = { amount: '1234.50', currency: 'EUR' };
    expect(moneyToJson(moneyFromJson(json))).toEqual(json);
    expect(() => moneyFromJson({ amount: 'x', currency: 'EUR' })).toThrow(
      'Not an amount in EUR: not-a-number',
    );
  });

  it('does not compile with two currencies, and throws if forced', () => {
    const dollars = money(1n, 'USD');
    // @ts-expect-error EUR and USD do not add
    expect(() => addMoney(euro(1n), dollars)).toThrow(CurrencyMismatchError);
    // @ts-expect-error EUR and USD do not subtract
    expect(() => subtractMoney(euro(1n), dollars)).toThrow('got USD');
    // @ts-expect-error EUR and USD do not compare
    expect(() => compareMoney(dollars, euro(1n))).toThrow('got EUR');
  });

  it('needs a check before parsed money is added', () => {
    const a: Money = moneyFromJson({ amount: '1.00', currency: 'EUR' });
    const b: Money = moneyFromJson({ amount: '2.00', currency: 'EUR' });
    // @ts-expect-error the currencies of parsed money are unknown
    expect(addMoney(a, b).minor).toBe(300n);
    const [x, y] = sameCurrency(a, b);
    expect(addMoney(x, y)).toEqual(euro(300n));
    expect(addMoney(euro(1n), inCurrency(a, 'EUR'))).toEqual(euro(101n));
  });

  it('names both currencies of a mismatch', () => {
    const dollars: Money = money(1n, 'USD');
    expect(() => sameCurrency(euro(1n), dollars)).toThrow(
      'Expected an amount in EUR but got USD',
    );
    expect(() => inCurrency(dollars, 'JPY')).toThrow(
      expect.objectContaining({ facts: { expected: 'JPY', got: 'USD' } }),
    );
    expect(
      new CurrencyMismatchError({ expected: 'EUR', got: 'USD', ref: 'a:b/c' })
        .message,
    ).toContain('(a:b/c)');
  });
});

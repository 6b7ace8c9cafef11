import {
  addMoney,
  compareMoney,
  CurrencyMismatchError,
  inCurrency,
  type Money,
  money,
  moneyFromJson,
  multiplyMoney,
  sameCurrency,
  subtractMoney,
} from './money';

const euro = money(150n, 'EUR');
const yen = money(100n, 'JPY');

/** As it comes from YAML or an API: the currency is any text. */
const parsed = (amount: string, currency: string): Money =>
  moneyFromJson({ amount, currency });

/*
 * Each line marked is one the compiler must refuse: a line it accepts is an
 * error of the type check, since the mark is then unused.
 */
describe('the compiler refuses', () => {
  it('two literal currencies', () => {
    // @ts-expect-error euros and yen do not add
    expect(() => addMoney(euro, yen)).toThrow(CurrencyMismatchError);
    // @ts-expect-error nor the other way round
    expect(() => addMoney(yen, euro)).toThrow(CurrencyMismatchError);
    // @ts-expect-error euros and yen do not subtract
    expect(() => subtractMoney(euro, yen)).toThrow(CurrencyMismatchError);
    // @ts-expect-error euros and yen have no order
    expect(() => compareMoney(euro, yen)).toThrow(CurrencyMismatchError);
    // @ts-expect-error yen are no euros
    const wrong: Money<'EUR'> = yen;
    expect(wrong.currency).toBe('JPY');
  });

  it('money with numbers', () => {
    // @ts-expect-error a number has no currency
    expect(() => addMoney(euro, 5)).toThrow(CurrencyMismatchError);
    // @ts-expect-error nor has a whole number of minor units
    expect(() => addMoney(euro, 5n)).toThrow(CurrencyMismatchError);
    // @ts-expect-error amounts are whole minor units
    expect(() => money(1.5, 'EUR').minor + 1n).toThrow(TypeError);
    // @ts-expect-error minor units do not add to a floating-point number
    expect(() => euro.minor + 0.5).toThrow(TypeError);
    // @ts-expect-error a factor is a whole number
    expect(() => multiplyMoney(euro, 1.19)).toThrow(TypeError);
  });

  it('parsed money whose currencies nobody has compared', () => {
    const a = parsed('1.00', 'EUR');
    const b = parsed('2.00', 'EUR');
    // @ts-expect-error both may be anything
    expect(addMoney(a, b).minor).toBe(300n);
    // @ts-expect-error what was parsed may be no euros
    expect(addMoney(euro, b).minor).toBe(350n);
    // @ts-expect-error nor may it come first
    expect(compareMoney(a, euro)).toBe(-1);
  });
});

describe('parsed money', () => {
  it('adds once its currencies have been compared at run time', () => {
    const [a, b] = sameCurrency(parsed('1.00', 'EUR'), parsed('2.00', 'EUR'));
    expect(addMoney(a, b)).toEqual(money(300n, 'EUR'));
    expect(addMoney(euro, inCurrency(parsed('2.00', 'EUR'), 'EUR'))).toEqual(
      money(350n, 'EUR'),
    );
  });

  it('throws when they differ', () => {
    expect(() =>
      sameCurrency(parsed('1.00', 'EUR'), parsed('2', 'JPY')),
    ).toThrow(CurrencyMismatchError);
    expect(() => inCurrency(parsed('2', 'JPY'), 'EUR')).toThrow(
      CurrencyMismatchError,
    );
  });
});

import { currencyExponent, isCurrency, UnknownCurrencyError } from './currency';
import { divideRounded, type RoundingMode } from './rounding';

/**
 * The largest magnitude of an amount: 10¹⁵ − 1 minor units.
 * @public
 */
export const MAX_MINOR = 999_999_999_999_999n;

/**
 * An amount of money: whole minor units and an ISO 4217 code.
 *
 * With a literal currency (`Money<'EUR'>`) the compiler refuses to mix; money
 * whose currency is only known at run time passes {@link sameCurrency} or
 * {@link inCurrency} first.
 * @public
 */
export interface Money<C extends string = string> {
  /** Whole minor units: cents for EUR, yen for JPY. */
  readonly minor: bigint;
  /** ISO 4217 code. */
  readonly currency: C;
}

declare const shared: unique symbol;

/**
 * The currency two amounts have been checked to share.
 * @public
 */
export type SharedCurrency = string & { readonly [shared]: true };

/**
 * Only currencies known to be one and the same; `string` could be any.
 * @public
 */
export type KnownCurrency<C extends string> = string extends C ? never : C;

/** Why a text is no amount. @public */
export type AmountProblem =
  | 'not-a-number'
  | 'too-many-decimals'
  | 'too-large'
  | 'currency';

/**
 * The minor units of a text, or why it is no amount.
 * @public
 */
export type ParsedAmount =
  | { ok: true; minor: bigint }
  | { ok: false; rule: AmountProblem };

/**
 * Two amounts of different currencies met where one is needed.
 * @public
 */
export class CurrencyMismatchError extends Error {
  /** The two currencies, and the record they met in if known. */
  readonly facts: { expected: string; got: string; ref?: string };

  constructor(facts: { expected: string; got: string; ref?: string }) {
    super(
      `Expected an amount in ${facts.expected} but got ${facts.got}${
        facts.ref ? ` (${facts.ref})` : ''
      }`,
    );
    this.name = 'CurrencyMismatchError';
    this.facts = facts;
  }
}

/**
 * An amount is beyond 10¹⁵ − 1 minor units.
 * @public
 */
export class AmountTooLargeError extends Error {
  /** The currency; the amount may be confidential. */
  readonly facts: { currency: string };

  constructor(facts: { currency: string }) {
    super(`An amount in ${facts.currency} has more than 15 digits`);
    this.name = 'AmountTooLargeError';
    this.facts = facts;
  }
}

/**
 * A text that is no amount of its currency.
 *
 * Carries the rule and the currency, never the text: it may be confidential.
 * @public
 */
export class InvalidAmountError extends Error {
  /** The rule that is broken, and the currency. */
  readonly facts: { rule: AmountProblem; currency: string };

  constructor(facts: { rule: AmountProblem; currency: string }) {
    super(`Not an amount in ${facts.currency}: ${facts.rule}`);
    this.name = 'InvalidAmountError';
    this.facts = facts;
  }
}

/**
 * Makes money of whole minor units (cents for EUR, yen for JPY).
 *
 * Throws {@link UnknownCurrencyError} and {@link AmountTooLargeError}.
 * @public
 */
export function money<C extends string>(minor: bigint, currency: C): Money<C> {
  if (!isCurrency(currency)) {
    throw new UnknownCurrencyError({ currency });
  }
  if (minor > MAX_MINOR || minor < -MAX_MINOR) {
    throw new AmountTooLargeError({ currency });
  }
  return { minor, currency };
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** 15 digits, sign, point and generous leading zeros. */
const MAX_TEXT_LENGTH = 64;

/**
 * Reads a decimal text with a point and no grouping, such as `1234.50`.
 *
 * More decimals than the currency has are refused even when they are zero:
 * `10.0` in JPY or `1.000` in EUR usually is a misread separator.
 * @public
 */
export function parseAmount(amount: string, currency: string): ParsedAmount {
  if (!isCurrency(currency)) {
    return { ok: false, rule: 'currency' };
  }
  if (amount.length > MAX_TEXT_LENGTH) {
    return {
      ok: false,
      rule: /^-?[\d.]+$/.test(amount) ? 'too-large' : 'not-a-number',
    };
  }
  const match = DECIMAL.exec(amount);
  if (!match) {
    return { ok: false, rule: 'not-a-number' };
  }
  const [, sign, whole, fraction = ''] = match;
  const exponent = currencyExponent(currency);
  if (fraction.length > exponent) {
    return { ok: false, rule: 'too-many-decimals' };
  }
  const magnitude = BigInt(whole + fraction.padEnd(exponent, '0'));
  if (magnitude > MAX_MINOR) {
    return { ok: false, rule: 'too-large' };
  }
  return { ok: true, minor: sign ? -magnitude : magnitude };
}

/**
 * Minor units of an amount that validation has already accepted.
 *
 * Throws {@link InvalidAmountError}.
 * @public
 */
export function minorOf(amount: string, currency: string): bigint {
  const parsed = parseAmount(amount, currency);
  if (!parsed.ok) {
    throw new InvalidAmountError({ rule: parsed.rule, currency });
  }
  return parsed.minor;
}

/**
 * Writes minor units as decimal text with all decimals of the currency:
 * 123450 in EUR is `1234.50`. The opposite of {@link parseAmount}.
 *
 * Throws {@link UnknownCurrencyError}. Sums beyond a single amount's limit
 * are written as well.
 * @public
 */
export function formatAmount(minor: bigint, currency: string): string {
  const exponent = currencyExponent(currency);
  const sign = minor < 0n ? '-' : '';
  const digits = (minor < 0n ? -minor : minor)
    .toString()
    .padStart(exponent + 1, '0');
  return exponent === 0
    ? sign + digits
    : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/**
 * Reads `{ amount, currency }` as it stands in YAML and JSON.
 *
 * Throws {@link InvalidAmountError}.
 * @public
 */
export function moneyFromJson<C extends string>(json: {
  amount: string;
  currency: C;
}): Money<C> {
  return {
    minor: minorOf(json.amount, json.currency),
    currency: json.currency,
  };
}

/**
 * Writes money as `{ amount, currency }`.
 * @public
 */
export function moneyToJson<C extends string>(
  value: Money<C>,
): { amount: string; currency: C } {
  return {
    amount: formatAmount(value.minor, value.currency),
    currency: value.currency,
  };
}

/**
 * Checks that two amounts share a currency, so that they can be added.
 *
 * Throws {@link CurrencyMismatchError}.
 * @public
 */
export function sameCurrency(
  a: Money,
  b: Money,
): [Money<SharedCurrency>, Money<SharedCurrency>] {
  const currency = a.currency;
  if (!isShared(currency, b.currency)) {
    throw new CurrencyMismatchError({ expected: currency, got: b.currency });
  }
  return [
    { minor: a.minor, currency },
    { minor: b.minor, currency },
  ];
}

function isShared(currency: string, other: string): currency is SharedCurrency {
  return currency === other;
}

/**
 * Checks that an amount is in the currency given.
 *
 * Throws {@link CurrencyMismatchError}.
 * @public
 */
export function inCurrency<C extends string>(
  value: Money,
  currency: C,
): Money<C> {
  if (value.currency !== currency) {
    throw new CurrencyMismatchError({
      expected: currency,
      got: value.currency,
    });
  }
  return { minor: value.minor, currency };
}

/**
 * The sum of two amounts of one currency.
 *
 * Throws {@link CurrencyMismatchError} and {@link AmountTooLargeError}.
 * @public
 */
export function addMoney<C extends string>(
  a: Money<C> & Money<KnownCurrency<C>>,
  b: Money<NoInfer<C>>,
): Money<C> {
  assertSame(a, b);
  return money<C>(a.minor + b.minor, a.currency);
}

/**
 * The first amount less the second.
 *
 * Throws {@link CurrencyMismatchError} and {@link AmountTooLargeError}.
 * @public
 */
export function subtractMoney<C extends string>(
  a: Money<C> & Money<KnownCurrency<C>>,
  b: Money<NoInfer<C>>,
): Money<C> {
  assertSame(a, b);
  return money<C>(a.minor - b.minor, a.currency);
}

/**
 * −1, 0 or 1 as the first amount is less than, equal to or more than the
 * second.
 *
 * Throws {@link CurrencyMismatchError}.
 * @public
 */
export function compareMoney<C extends string>(
  a: Money<C> & Money<KnownCurrency<C>>,
  b: Money<NoInfer<C>>,
): -1 | 0 | 1 {
  assertSame(a, b);
  if (a.minor === b.minor) {
    return 0;
  }
  return a.minor < b.minor ? -1 : 1;
}

/**
 * The same amount with the other sign.
 * @public
 */
export function negateMoney<C extends string>(value: Money<C>): Money<C> {
  return { minor: -value.minor, currency: value.currency };
}

/**
 * An amount times a whole number, such as a quantity.
 *
 * Throws {@link AmountTooLargeError}.
 * @public
 */
export function multiplyMoney<C extends string>(
  value: Money<C>,
  factor: bigint,
): Money<C> {
  return money(value.minor * factor, value.currency);
}

/**
 * An amount divided by a whole number, rounded once as named.
 *
 * Throws RangeError when the divisor is zero.
 * @public
 */
export function divideMoney<C extends string>(
  value: Money<C>,
  divisor: bigint,
  mode: RoundingMode,
): Money<C> {
  return {
    minor: divideRounded(value.minor, divisor, mode),
    currency: value.currency,
  };
}

function assertSame(a: Money, b: Money): void {
  if (a.currency !== b.currency) {
    throw new CurrencyMismatchError({
      expected: a.currency,
      got: b.currency,
    });
  }
}

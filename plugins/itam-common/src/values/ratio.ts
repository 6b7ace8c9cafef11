import { divideRounded, type RoundingMode } from './rounding';

/**
 * An exact fraction of whole numbers; the denominator is positive.
 * @public
 */
export interface Ratio {
  /** Carries the sign. */
  numerator: bigint;
  /** At least 1. */
  denominator: bigint;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads a decimal text exactly: `1.1323` is 11323/10000. Undefined when the
 * text is no decimal number.
 * @public
 */
export function ratioFromDecimal(text: string): Ratio | undefined {
  const match = DECIMAL.exec(text);
  if (!match) {
    return undefined;
  }
  const [, sign, whole, fraction = ''] = match;
  const magnitude = BigInt(whole + fraction);
  return {
    numerator: sign ? -magnitude : magnitude,
    denominator: 10n ** BigInt(fraction.length),
  };
}

/**
 * Reads a JavaScript number as the decimal it is written as: 0.1 is 1/10 and
 * 1e-7 is 1/10,000,000.
 *
 * For factors, percentages and quantities that people write in YAML (2, 1.5,
 * 7.25), never for amounts. Throws RangeError for numbers that are not finite.
 * @public
 */
export function ratioFromNumber(value: number): Ratio {
  const [decimal, exponent = '0'] = String(value).split('e');
  const read = ratioFromDecimal(decimal);
  if (!read) {
    throw new RangeError(`${value} is not a decimal number`);
  }
  const shift = Number(exponent);
  return shift < 0
    ? { ...read, denominator: read.denominator * 10n ** BigInt(-shift) }
    : { ...read, numerator: read.numerator * 10n ** BigInt(shift) };
}

/** Digits after the point, more than a JavaScript number can tell apart. */
const FRACTION_DIGITS = 40n;

/**
 * The JavaScript number nearest to a fraction, for quantities that are shown:
 * 3/10 is 0.3. Never for amounts.
 * @public
 */
export function numberFromRatio(value: Ratio): number {
  const magnitude = abs(value.numerator);
  const whole = magnitude / value.denominator;
  const rest = magnitude % value.denominator;
  const fraction = (rest * 10n ** FRACTION_DIGITS) / value.denominator;
  const text = `${whole}.${String(fraction).padStart(
    Number(FRACTION_DIGITS),
    '0',
  )}`;
  return value.numerator < 0n ? -Number(text) : Number(text);
}

/**
 * A whole number times a fraction, rounded once as named.
 * @public
 */
export function timesRatio(
  value: bigint,
  by: Ratio,
  mode: RoundingMode,
): bigint {
  return divideRounded(value * by.numerator, by.denominator, mode);
}

/**
 * A fraction of two whole numbers, reduced.
 *
 * Throws RangeError when the denominator is zero.
 * @public
 */
export function ratio(numerator: bigint, denominator: bigint = 1n): Ratio {
  if (denominator === 0n) {
    throw new RangeError('Division by zero');
  }
  const divisor = gcd(abs(numerator), abs(denominator)) || 1n;
  const sign = denominator < 0n ? -1n : 1n;
  return {
    numerator: (sign * numerator) / divisor,
    denominator: (sign * denominator) / divisor,
  };
}

/** The sum of two fractions. @public */
export function addRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

/** The first fraction less the second. @public */
export function subtractRatios(a: Ratio, b: Ratio): Ratio {
  return addRatios(a, { ...b, numerator: -b.numerator });
}

/** The product of two fractions. @public */
export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.numerator, a.denominator * b.denominator);
}

/**
 * The quotient of two fractions. Throws RangeError when the second is zero.
 * @public
 */
export function divideRatios(a: Ratio, b: Ratio): Ratio {
  return ratio(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** −1, 0 or 1 as the first is less than, equal to or more than the second. @public */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  if (difference === 0n) {
    return 0;
  }
  return difference < 0n ? -1 : 1;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) {
    [x, y] = [y, x % y];
  }
  return x;
}

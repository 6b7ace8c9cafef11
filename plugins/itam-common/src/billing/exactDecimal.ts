import { currencyExponent, type Ratio, ratio } from '../values';

/** Digits that a decimal may have; more are no amount of money. */
const MAX_DIGITS = 60;
const DECIMAL = /^(-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/;

/**
 * A decimal number as it is written, exactly: units × 10^−scale.
 * @public
 */
export interface ExactDecimal {
  /** All digits as a whole number; carries the sign. */
  readonly units: bigint;
  /** Digits after the point. */
  readonly scale: number;
}

/**
 * Reads a decimal number with a point and no grouping, however many decimals
 * it has; an exponent (`1.5E-07`) is read as the decimal it stands for.
 * Undefined for anything else, a sign `+` included.
 * @public
 */
export function parseExactDecimal(text: string): ExactDecimal | undefined {
  const match = text.length > MAX_DIGITS + 8 ? null : DECIMAL.exec(text);
  if (!match) {
    return undefined;
  }
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  if (digits === '') {
    return undefined;
  }
  const scale = fraction.length - Number(exponent);
  if (Math.max(digits.length, scale, digits.length - scale) > MAX_DIGITS) {
    return undefined;
  }
  const magnitude = BigInt(digits) * powerOfTen(Math.max(0, -scale));
  return {
    units: sign === '-' ? -magnitude : magnitude,
    scale: Math.max(0, scale),
  };
}

/**
 * A sum of decimals that loses no digit.
 * @public
 */
export class ExactSum {
  #units = 0n;
  #scale = 0;

  /** Adds a decimal. */
  add({ units, scale }: ExactDecimal): void {
    if (scale > this.#scale) {
      this.#units *= powerOfTen(scale - this.#scale);
      this.#scale = scale;
    }
    this.#units +=
      scale === this.#scale ? units : units * powerOfTen(this.#scale - scale);
  }

  /** The sum so far. */
  value(): ExactDecimal {
    return { units: this.#units, scale: this.#scale };
  }
}

/**
 * The sum of decimals.
 * @public
 */
export function sumOfDecimals(parts: Iterable<ExactDecimal>): ExactDecimal {
  const sum = new ExactSum();
  for (const part of parts) {
    sum.add(part);
  }
  return sum.value();
}

/**
 * Writes a decimal without zeros that say nothing: `12.5`, `-0.0000008`, `0`.
 * @public
 */
export function exactDecimalText({ units, scale }: ExactDecimal): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return units < 0n ? `-${text}` : text;
}

/**
 * A decimal amount in minor units of its currency, not rounded.
 *
 * Throws {@link UnknownCurrencyError}.
 * @public
 */
export function minorRatio(
  { units, scale }: ExactDecimal,
  currency: string,
): Ratio {
  return ratio(
    units * powerOfTen(currencyExponent(currency)),
    powerOfTen(scale),
  );
}

const powers: bigint[] = [1n];

function powerOfTen(exponent: number): bigint {
  for (let known = powers.length; known <= exponent; known++) {
    powers.push(powers[known - 1] * 10n);
  }
  return powers[exponent];
}

import {
  divideRounded,
  formatAmount,
  minorOf,
} from '@backstage-itam/plugin-itam-common';

/**
 * How an amount moved from one month to the next.
 */
export interface Change {
  direction: 'up' | 'down' | 'same';
  /** Decimal text of the difference, never negative. */
  difference: string;
  /**
   * Percent of the earlier amount with one decimal, never negative; undefined
   * when there was nothing before or when it would round to zero.
   */
  percent?: string;
}

/**
 * Compares two amounts of one currency in minor units.
 *
 * Throws InvalidAmountError when one of them is no amount of the currency.
 */
export function changeOf(
  previous: string,
  current: string,
  currency: string,
): Change {
  const before = minorOf(previous, currency);
  const difference = minorOf(current, currency) - before;
  if (difference === 0n) {
    return { direction: 'same', difference: formatAmount(0n, currency) };
  }
  const change: Change = {
    direction: difference > 0n ? 'up' : 'down',
    difference: formatAmount(magnitude(difference), currency),
  };
  if (before !== 0n) {
    const tenths = divideRounded(
      magnitude(difference) * 1000n,
      magnitude(before),
      'half-up',
    );
    if (tenths > 0n) {
      change.percent = `${tenths / 10n}.${tenths % 10n}`;
    }
  }
  return change;
}

/**
 * The sum of amounts of one currency as decimal text.
 */
export function sumOf(amounts: readonly string[], currency: string): string {
  return formatAmount(
    amounts.reduce((sum, amount) => sum + minorOf(amount, currency), 0n),
    currency,
  );
}

/**
 * −1, 0 or 1 as the first amount is less than, equal to or more than the
 * second.
 */
export function compareAmounts(
  a: string,
  b: string,
  currency: string,
): -1 | 0 | 1 {
  const difference = minorOf(a, currency) - minorOf(b, currency);
  if (difference === 0n) {
    return 0;
  }
  return difference < 0n ? -1 : 1;
}

/**
 * Whether the amount is zero.
 */
export function isZero(amount: string): boolean {
  return /^-?0+(\.0+)?$/.test(amount);
}

/**
 * An amount without its sign.
 */
export function magnitudeOf(amount: string): string {
  return amount.replace(/^-/, '');
}

/**
 * How long a bar is against the longest one, in percent from 0 to 100. For
 * drawing only.
 */
export function barPercent(
  amount: string,
  longest: string,
  currency: string,
): number {
  const whole = magnitude(minorOf(longest, currency));
  if (whole === 0n) {
    return 0;
  }
  return Number((magnitude(minorOf(amount, currency)) * 10_000n) / whole) / 100;
}

/**
 * The largest magnitude among amounts of one currency.
 */
export function largestOf(
  amounts: readonly string[],
  currency: string,
): string {
  const largest = amounts
    .map(amount => magnitude(minorOf(amount, currency)))
    .reduce((max, value) => (value > max ? value : max), 0n);
  return formatAmount(largest, currency);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

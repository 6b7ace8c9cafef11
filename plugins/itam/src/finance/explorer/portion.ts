import { divideRounded, minorOf } from '@backstage-itam/plugin-itam-common';
import { isDecimalText } from '../../format';

/**
 * What part of a whole an amount is, in percent with one decimal; `0.0` of a
 * whole that is zero. Both of one currency.
 */
export function portionPercent(
  amount: string,
  whole: string,
  currency: string,
): string {
  const wholeMinor = minorOf(whole, currency);
  if (wholeMinor === 0n) {
    return '0.0';
  }
  const tenths = divideRounded(
    minorOf(amount, currency) * 1000n,
    wholeMinor,
    'half-up',
  );
  const magnitude = tenths < 0n ? -tenths : tenths;
  const units = magnitude / 10n;
  const tenth = magnitude % 10n;
  return tenths < 0n ? `-${units}.${tenth}` : `${units}.${tenth}`;
}

/**
 * Writes a portion with its one decimal, so that portions align below each
 * other.
 */
export function portionText(percent: string, locale: string): string {
  if (!isDecimalText(percent)) {
    return percent;
  }
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(percent);
}

import {
  isMonthText,
  monthFromText,
  monthText,
} from '@backstage-itam/plugin-itam-common';
import { DateTime } from 'luxon';

/**
 * Writes a month `YYYY-MM` as `Oct 2026`.
 */
export function formatMonth(month: string, locale: string): string {
  return written(month, locale, { month: 'short', year: 'numeric' });
}

/**
 * Writes a month `YYYY-MM` without its year, for axes and comparisons.
 */
export function formatMonthName(month: string, locale: string): string {
  return written(month, locale, { month: 'short' });
}

/**
 * The month some months later; earlier for a negative number.
 */
export function monthPlus(month: string, months: number): string {
  return monthText(monthFromText(month) + months);
}

/**
 * Every month from the first to the last, both inclusive.
 */
export function monthsBetween(from: string, to: string): string[] {
  const first = monthFromText(from);
  const last = monthFromText(to);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    monthText(first + index),
  );
}

function written(
  month: string,
  locale: string,
  format: Intl.DateTimeFormatOptions,
): string {
  return isMonthText(month)
    ? DateTime.fromISO(`${month}-01`).setLocale(locale).toLocaleString(format)
    : month;
}

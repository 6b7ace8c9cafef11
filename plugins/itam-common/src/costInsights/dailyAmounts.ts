import { allocate } from '../allocation';
import {
  addDays,
  daysInMonth,
  firstDayOfMonth,
  minorOf,
  monthFromText,
} from '../values';

/**
 * Monthly amounts spread over the days of their month, in minor units. The days
 * of a month add up to it exactly: what cannot be split is on its first days.
 */
export function dailyAmounts(
  months: readonly string[],
  amounts: readonly string[],
  currency: string,
): Map<string, bigint> {
  const days = new Map<string, bigint>();
  for (const [index, text] of months.entries()) {
    const month = monthFromText(text);
    const first = firstDayOfMonth(month);
    const weights = Array.from({ length: daysInMonth(month) }, (_, day) => ({
      key: addDays(first, day),
      weight: 1n,
    }));
    for (const { key, amount } of allocate(
      minorOf(amounts[index], currency),
      weights,
    )) {
      days.set(key, amount);
    }
  }
  return days;
}

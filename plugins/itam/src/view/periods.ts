import { monthFromText } from '@backstage-itam/plugin-itam-common';
import { monthPlus } from '../format';

/** Comparisons people choose by name. */
export const COMPARISONS = ['month', 'quarter', 'year', 'lastYear'] as const;

/** @see COMPARISONS */
export type ComparisonName = (typeof COMPARISONS)[number];

/** Months of a period and of the one it is compared with, all inclusive. */
export interface ComparedMonths {
  from: string;
  to: string;
  baseFrom: string;
  baseTo: string;
}

/** The current month, and the first month of its fiscal year. */
export interface Calendar {
  currentMonth: string;
  fiscalYearFrom: string;
}

/**
 * The months of a named comparison. Periods that are not over yet are
 * compared with as many months of the one before, so that like stands
 * against like:
 * - `month`: the current month and the one before;
 * - `quarter`: the fiscal quarter so far and the same months of the last one;
 * - `year`: the fiscal year so far and the same months of the last one;
 * - `lastYear`: the current month and the same one a year ago.
 */
export function comparedMonths(
  name: ComparisonName,
  { currentMonth, fiscalYearFrom }: Calendar,
): ComparedMonths {
  const passed = monthFromText(currentMonth) - monthFromText(fiscalYearFrom);
  const compare = (from: string, monthsBack: number) => ({
    from,
    to: currentMonth,
    baseFrom: monthPlus(from, -monthsBack),
    baseTo: monthPlus(currentMonth, -monthsBack),
  });
  switch (name) {
    case 'quarter':
      return compare(monthPlus(currentMonth, -(passed % 3)), 3);
    case 'year':
      return compare(fiscalYearFrom, 12);
    case 'lastYear':
      return compare(currentMonth, 12);
    default:
      return compare(currentMonth, 1);
  }
}

/**
 * The name of a comparison, when it has one.
 */
export function comparisonName(
  months: ComparedMonths,
  calendar: Calendar,
): ComparisonName | undefined {
  return COMPARISONS.find(name => {
    const named = comparedMonths(name, calendar);
    return (
      named.from === months.from &&
      named.to === months.to &&
      named.baseFrom === months.baseFrom &&
      named.baseTo === months.baseTo
    );
  });
}

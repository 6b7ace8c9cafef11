import { monthPlus } from '../format';

/** Ranges people choose by name. */
export const RANGES = ['last12', 'last24', 'thisYear', 'next12'] as const;

/** @see RANGES */
export type RangeName = (typeof RANGES)[number];

/**
 * First and last month of a named range, both inclusive, seen from a month.
 */
export function rangeOf(
  name: RangeName,
  currentMonth: string,
): { from: string; to: string } {
  const year = currentMonth.slice(0, 4);
  switch (name) {
    case 'last24':
      return { from: monthPlus(currentMonth, -23), to: currentMonth };
    case 'thisYear':
      return { from: `${year}-01`, to: `${year}-12` };
    case 'next12':
      return { from: currentMonth, to: monthPlus(currentMonth, 11) };
    default:
      return { from: monthPlus(currentMonth, -11), to: currentMonth };
  }
}

/**
 * The twelve months that end with a month, both inclusive; without a month
 * nothing, which leaves the range to the register.
 */
export function lastYearOf(month: string | undefined): {
  from?: string;
  to?: string;
} {
  return month === undefined ? {} : { from: monthPlus(month, -11), to: month };
}

/**
 * The name of a range, when it has one.
 */
export function rangeName(
  range: { from: string; to: string },
  currentMonth: string,
): RangeName | undefined {
  return RANGES.find(name => {
    const { from, to } = rangeOf(name, currentMonth);
    return from === range.from && to === range.to;
  });
}

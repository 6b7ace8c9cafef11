import { daysOf } from './calendar';
import { InvalidDateError, type PlainDate } from './plainDate';

/**
 * A calendar month as a number: year × 12 + month − 1, so that months are
 * added and compared as integers. 2026-01 is 24312.
 * @public
 */
export type MonthIndex = number;

const MONTH_TEXT = /^(\d{4})-(0[1-9]|1[0-2])$/;
const STARTS_WITH_MONTH = /^(\d{4})-(0[1-9]|1[0-2])-/;

/**
 * The month a date lies in.
 *
 * Throws {@link InvalidDateError} when the text does not start like a date.
 * @public
 */
export function monthOf(date: PlainDate): MonthIndex {
  const match = STARTS_WITH_MONTH.exec(date);
  if (!match) {
    throw new InvalidDateError({ got: date });
  }
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}

/**
 * The index of a month.
 * @public
 */
export function monthIndex(year: number, month: number): MonthIndex {
  return year * 12 + month - 1;
}

/**
 * A month written `YYYY-MM`.
 * @public
 */
export function monthText(month: MonthIndex): string {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(
    2,
    '0',
  )}`;
}

/**
 * Reads a month written `YYYY-MM`.
 *
 * Throws {@link InvalidDateError}.
 * @public
 */
export function monthFromText(text: string): MonthIndex {
  const match = MONTH_TEXT.exec(text);
  if (!match) {
    throw new InvalidDateError({ got: text });
  }
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}

/**
 * Whether the text is a month written `YYYY-MM`.
 * @public
 */
export function isMonthText(text: string): boolean {
  return MONTH_TEXT.test(text);
}

/**
 * The first day of a month.
 * @public
 */
export function firstDayOfMonth(month: MonthIndex): PlainDate {
  return `${monthText(month)}-01`;
}

/**
 * The last day of a month.
 * @public
 */
export function lastDayOfMonth(month: MonthIndex): PlainDate {
  // Not the day before the next month: December 9999 has none.
  return `${monthText(month)}-${daysInMonth(month)}`;
}

/**
 * How many days a month has, 28 to 31.
 * @public
 */
export function daysInMonth(month: MonthIndex): number {
  return daysOf(Math.floor(month / 12), (month % 12) + 1);
}

/**
 * The fiscal year a month belongs to: the calendar year of that year's last
 * month. With a July start, 2025-07 to 2026-06 is 2026.
 *
 * `startMonth` is 1 (January) to 12.
 * @public
 */
export function fiscalYearOf(month: MonthIndex, startMonth: number): number {
  const year = Math.floor(month / 12);
  return startMonth > 1 && (month % 12) + 1 >= startMonth ? year + 1 : year;
}

/**
 * The first month of a fiscal year.
 * @public
 */
export function fiscalYearStart(
  fiscalYear: number,
  startMonth: number,
): MonthIndex {
  return monthIndex(startMonth > 1 ? fiscalYear - 1 : fiscalYear, startMonth);
}

/**
 * The name of a fiscal year: 2026 is `FY26`.
 * @public
 */
export function fiscalYearLabel(fiscalYear: number): string {
  return `FY${String(fiscalYear % 100).padStart(2, '0')}`;
}

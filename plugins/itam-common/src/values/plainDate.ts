import { daysOf } from './calendar';

/**
 * A calendar date without time or zone, written `YYYY-MM-DD`.
 *
 * A plain string, so that it sorts, compares and serialises as it stands.
 * @public
 */
export type PlainDate = string;

/**
 * Something that is no calendar date where one is needed.
 * @public
 */
export class InvalidDateError extends Error {
  /** The text as it was given. */
  readonly facts: { got: string };

  constructor(facts: { got: string }) {
    super(`'${facts.got}' is not a calendar date such as 2026-01-31`);
    this.name = 'InvalidDateError';
    this.facts = facts;
  }
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const MILLIS_PER_DAY = 86_400_000;

/** Earlier years are typing errors in a register of IT assets. */
const FIRST_YEAR = 1900;

/** The parts of a date as numbers; the month is 1 to 12. */
interface DateParts {
  year: number;
  month: number;
  day: number;
}

function parsed(text: string): DateParts | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) {
    return undefined;
  }
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  return year >= FIRST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysOf(year, month)
    ? { year, month, day }
    : undefined;
}

function required(text: string): DateParts {
  const date = parsed(text);
  if (!date) {
    throw new InvalidDateError({ got: text });
  }
  return date;
}

function millisOf({ year, month, day }: DateParts): number {
  return Date.UTC(year, month - 1, day);
}

function written({ year, month, day }: DateParts): PlainDate {
  return `${String(year).padStart(4, '0')}-${
    month < 10 ? `0${month}` : month
  }-${day < 10 ? `0${day}` : day}`;
}

/**
 * Whether the text is a date that exists, from 1900-01-01 to 9999-12-31.
 * @public
 */
export function isPlainDate(text: string): boolean {
  return parsed(text) !== undefined;
}

/**
 * The date so many days later; earlier when negative.
 *
 * Throws {@link InvalidDateError}.
 * @public
 */
export function addDays(date: PlainDate, days: number): PlainDate {
  const later = new Date(millisOf(required(date)) + days * MILLIS_PER_DAY);
  return written({
    year: later.getUTCFullYear(),
    month: later.getUTCMonth() + 1,
    day: later.getUTCDate(),
  });
}

/**
 * The date so many months later; earlier when negative.
 *
 * A day the month does not have becomes its last day: 31 January plus one
 * month is 28 or 29 February. Repeat from the anchor rather than step by step,
 * so that 31 January plus two months is 31 March. Throws
 * {@link InvalidDateError}.
 * @public
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const from = required(date);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return written({ year, month, day: Math.min(from.day, daysOf(year, month)) });
}

/**
 * Days from the first date to the second; negative when the second is earlier.
 *
 * Throws {@link InvalidDateError}.
 * @public
 */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (millisOf(required(to)) - millisOf(required(from))) / MILLIS_PER_DAY;
}

/**
 * −1, 0 or 1 as the first date is before, equal to or after the second.
 * @public
 */
export function comparePlainDates(a: PlainDate, b: PlainDate): -1 | 0 | 1 {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/**
 * The earlier of two dates.
 * @public
 */
export function earlierDate(a: PlainDate, b: PlainDate): PlainDate {
  return a <= b ? a : b;
}

/**
 * The later of two dates.
 * @public
 */
export function laterDate(a: PlainDate, b: PlainDate): PlainDate {
  return a >= b ? a : b;
}

/**
 * The calendar date of an instant in UTC, for the edges that read a clock.
 * @public
 */
export function plainDateOf(instant: Date): PlainDate {
  return instant.toISOString().slice(0, 10);
}

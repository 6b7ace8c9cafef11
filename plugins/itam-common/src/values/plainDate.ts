import { DateTime } from 'luxon';

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

function parsed(text: string): DateTime | undefined {
  const match = ISO_DATE.exec(text);
  if (!match) {
    return undefined;
  }
  const [year, month, day] = match.slice(1).map(Number);
  const date = DateTime.utc(year, month, day);
  return date.isValid && year >= FIRST_YEAR ? date : undefined;
}

function required(text: string): DateTime {
  const date = parsed(text);
  if (!date) {
    throw new InvalidDateError({ got: text });
  }
  return date;
}

function written(date: DateTime): PlainDate {
  return date.toFormat('yyyy-MM-dd');
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
  return written(required(date).plus({ days }));
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
  return written(required(date).plus({ months }));
}

/**
 * Days from the first date to the second; negative when the second is earlier.
 *
 * Throws {@link InvalidDateError}.
 * @public
 */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (required(to).toMillis() - required(from).toMillis()) / MILLIS_PER_DAY;
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

import { InputError } from '@backstage/errors';
import { addDays, addMonths, isPlainDate } from '../values';

/** A range of days. */
export interface Period {
  /** ISO calendar date. */
  start: string;
  /** ISO calendar date. */
  endExclusive: string;
}

const INTERVALS = /^R(\d{1,2})\/P(\d{1,3})([DMY])\/(\d{4}-\d{2}-\d{2})$/;
const MONTHS_OF_YEAR = 12;
/** Ten years, as the register answers at most. */
const MONTHS_AT_MOST = 119;

/**
 * The periods of a repeating interval such as `R2/P30D/2026-10-14`, in order.
 * The date is the last day of the last period, as Cost Insights means it.
 *
 * Throws InputError when it is none, or longer than the register can answer.
 */
export function periodsOf(intervals: string): Period[] {
  const [, repeatText, lengthText, unit, last] =
    INTERVALS.exec(intervals) ?? [];
  const repeat = Number(repeatText);
  const length = Number(lengthText);
  if (
    last === undefined ||
    !isPlainDate(last) ||
    !(repeat >= 1 && length >= 1)
  ) {
    throw new InputError(
      `'${intervals}' is no repeating interval such as R2/P30D/2026-10-14`,
    );
  }
  const end = addDays(last, 1);
  const before = (periods: number) => {
    const units = -periods * length;
    switch (unit) {
      case 'D':
        return addDays(end, units);
      case 'M':
        return addMonths(end, units);
      default:
        return addMonths(end, units * MONTHS_OF_YEAR);
    }
  };
  if (before(repeat) < addMonths(end, -MONTHS_AT_MOST)) {
    throw new InputError(`'${intervals}' is longer than ten years`);
  }
  return Array.from({ length: repeat }, (_, index) => ({
    start: before(repeat - index),
    endExclusive: before(repeat - index - 1),
  }));
}

import { accruedAfter } from '../values';

/**
 * A budget spread evenly over months: what is planned up to and including each
 * month, the first one first, in minor units.
 *
 * Each sum is rounded half up once, so the last one is the whole budget.
 * Throws RangeError for fewer months than one.
 * @public
 */
export function plannedMonths(budgetMinor: bigint, months = 12): bigint[] {
  if (!Number.isInteger(months) || months < 1) {
    throw new RangeError('A budget is spread over at least one month');
  }
  return Array.from({ length: months }, (_, index) =>
    accruedAfter(budgetMinor, months, index + 1),
  );
}

import { divideRounded } from './rounding';
import { addDays, daysBetween, type PlainDate } from './plainDate';
import { firstDayOfMonth, monthOf, type MonthIndex } from './month';

/**
 * An amount that accrues evenly over whole months, of which a window counts.
 *
 * The window [windowFromUnit, windowToUnitExclusive) lies within [0, units].
 * @public
 */
export interface Accrual {
  /** The amount over all units, in minor units of a currency. */
  totalMinor: bigint;
  /** Number of equal months, at least 1. */
  units: number;
  /** The month of unit 0. */
  startMonth: MonthIndex;
  /** First unit that counts. */
  windowFromUnit: number;
  /** First unit that does not count any more. */
  windowToUnitExclusive: number;
}

/**
 * What has accrued after k of n equal units: T·k/n, rounded half up once on
 * the magnitude, so that any consecutive ranges add up exactly.
 * @public
 */
export function accruedAfter(
  totalMinor: bigint,
  units: number,
  k: number,
): bigint {
  return divideRounded(totalMinor * BigInt(k), BigInt(units), 'half-up');
}

/**
 * An accrual whose window is all of it.
 * @public
 */
export function accrual(
  totalMinor: bigint,
  startMonth: MonthIndex,
  units: number,
): Accrual {
  return {
    totalMinor,
    units,
    startMonth,
    windowFromUnit: 0,
    windowToUnitExclusive: units,
  };
}

/**
 * The part of an accrual in months [fromMonth, toMonthExclusive); undefined
 * when nothing of it is left.
 * @public
 */
export function clipAccrual<A extends Accrual>(
  value: A,
  fromMonth: MonthIndex,
  toMonthExclusive: MonthIndex,
): A | undefined {
  const windowFromUnit = Math.max(
    value.windowFromUnit,
    fromMonth - value.startMonth,
  );
  const windowToUnitExclusive = Math.min(
    value.windowToUnitExclusive,
    toMonthExclusive - value.startMonth,
  );
  return windowFromUnit < windowToUnitExclusive
    ? { ...value, windowFromUnit, windowToUnitExclusive }
    : undefined;
}

/**
 * The amount of an accrual in months [fromMonth, toMonthExclusive).
 * @public
 */
export function accrualTotal(
  value: Accrual,
  fromMonth: MonthIndex,
  toMonthExclusive: MonthIndex,
): bigint {
  const clipped = clipAccrual(value, fromMonth, toMonthExclusive);
  if (!clipped) {
    return 0n;
  }
  return (
    accruedAfter(value.totalMinor, value.units, clipped.windowToUnitExclusive) -
    accruedAfter(value.totalMinor, value.units, clipped.windowFromUnit)
  );
}

/**
 * The fewest accruals, read from the front, whose months are exactly these
 * amounts.
 *
 * For rules that count days or half-months: their months are not equal, but
 * long runs of them are what one evenly accruing amount would give.
 * @public
 */
export function accrualsOfMonths(
  startMonth: MonthIndex,
  amounts: readonly bigint[],
): Accrual[] {
  const accruals: Accrual[] = [];
  let at = 0;
  while (at < amounts.length) {
    if (amounts[at] === 0n) {
      at += 1;
      continue;
    }
    let best = 1;
    let bestTotal = amounts[at];
    let total = amounts[at];
    for (let end = at + 1; end < amounts.length; end++) {
      const difference = amounts[end] - amounts[at];
      if (difference > 1n || difference < -1n) {
        break;
      }
      total += amounts[end];
      if (isEven(amounts, at, end + 1, total)) {
        best = end + 1 - at;
        bestTotal = total;
      }
    }
    accruals.push(accrual(bestTotal, startMonth + at, best));
    at += best;
  }
  return accruals;
}

function isEven(
  amounts: readonly bigint[],
  from: number,
  toExclusive: number,
  total: bigint,
): boolean {
  const units = toExclusive - from;
  let sum = 0n;
  for (let k = 1; k <= units; k++) {
    sum += amounts[from + k - 1];
    if (sum !== accruedAfter(total, units, k)) {
      return false;
    }
  }
  return true;
}

/**
 * An amount accruing evenly over the days [from, toExclusive), as amounts per
 * calendar month.
 *
 * Throws RangeError when the range is empty.
 * @public
 */
export function accrueByDays(
  totalMinor: bigint,
  from: PlainDate,
  toExclusive: PlainDate,
): Accrual[] {
  const days = daysBetween(from, toExclusive);
  if (days < 1) {
    throw new RangeError('A range of days must not be empty');
  }
  const startMonth = monthOf(from);
  const lastMonth = monthOf(addDays(toExclusive, -1));
  const amounts: bigint[] = [];
  let before = 0n;
  for (let month = startMonth; month <= lastMonth; month++) {
    const elapsed = Math.min(
      days,
      daysBetween(from, firstDayOfMonth(month + 1)),
    );
    const after = accruedAfter(totalMinor, days, elapsed);
    amounts.push(after - before);
    before = after;
  }
  return accrualsOfMonths(startMonth, amounts);
}

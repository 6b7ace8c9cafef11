import type { ChargeSpec } from '../entities/types';
import {
  addDays,
  addMonths,
  earlierDate,
  minorOf,
  monthOf,
  type PlainDate,
} from '../values';
import {
  type ChargeLimits,
  isRecurring,
  MONTHS_PER_INTERVAL,
} from './chargeAccruals';

/**
 * An amount due in full on a date, in minor units.
 * @public
 */
export interface DueAmount {
  /** The day it is due. */
  date: PlainDate;
  /** In minor units of the currency of the charge; a credit is negative. */
  minor: bigint;
}

/**
 * A charge in full on the first day of each period; a single one on its date,
 * spread or not.
 * @public
 */
export function chargeDueAmounts(
  charge: ChargeSpec,
  limits: ChargeLimits,
): DueAmount[] {
  const minor = limits.minor ?? minorOf(charge.amount, charge.currency);
  const isKnown = (date: PlainDate) => monthOf(date) < limits.horizonMonth;
  if (minor === 0n) {
    return [];
  }
  if (!isRecurring(charge)) {
    return isKnown(charge.from) ? [{ date: charge.from, minor }] : [];
  }
  const months = MONTHS_PER_INTERVAL[charge.every];
  const ends = [charge.until, limits.lastDay ?? undefined].flatMap(day =>
    day === undefined ? [] : [addDays(day, 1)],
  );
  const end = ends.length ? ends.reduce(earlierDate) : undefined;
  const due: DueAmount[] = [];
  for (let period = 0; ; period++) {
    const date = addMonths(charge.from, period * months);
    if (!isKnown(date) || (end !== undefined && date >= end)) {
      return due;
    }
    due.push({ date, minor });
  }
}

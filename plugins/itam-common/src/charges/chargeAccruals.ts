import type { BillingInterval, ChargeSpec } from '../entities/types';
import {
  type Accrual,
  accrual,
  accrualsOfMonths,
  accrueByDays,
  accrualTotal,
  addDays,
  addMonths,
  clipAccrual,
  earlierDate,
  minorOf,
  monthOf,
  type MonthIndex,
  type PlainDate,
} from '../values';

/**
 * Months of one billing period; a single charge takes its month.
 * @public
 */
export const MONTHS_PER_INTERVAL: Readonly<Record<BillingInterval, number>> = {
  once: 1,
  month: 1,
  quarter: 3,
  year: 12,
};

/**
 * What ends a charge besides its own `until`.
 * @public
 */
export interface ChargeLimits {
  /** Last day of the term or of the ownership, inclusive; null: none. */
  lastDay: PlainDate | null;
  /** Nothing is computed from this month on. */
  horizonMonth: MonthIndex;
  /** Replaces the written amount, in minor units of the charge's currency. */
  minor?: bigint;
}

/**
 * Whether a charge comes back every period.
 * @public
 */
export function isRecurring(charge: Pick<ChargeSpec, 'every'>): boolean {
  return charge.every !== 'once';
}

/**
 * How a charge accrues over calendar months.
 *
 * A period starts at `from` and every interval after it (31 January, 28
 * February, 31 March) and accrues evenly over whole months from the month of
 * its first day; with `prorate: day` over its actual days. An end inside a
 * period shortens the months, not the amount. A single charge falls in its
 * month unless it is spread.
 * @public
 */
export function chargeAccruals(
  charge: ChargeSpec,
  limits: ChargeLimits,
): Accrual[] {
  const minor = limits.minor ?? minorOf(charge.amount, charge.currency);
  if (minor === 0n) {
    return [];
  }
  const accruals = isRecurring(charge)
    ? recurring(charge, minor, limits)
    : single(charge, minor, limits);
  return accruals.flatMap(part => {
    const clipped = clipAccrual(part, 0, limits.horizonMonth);
    return clipped ? [clipped] : [];
  });
}

function single(
  charge: ChargeSpec,
  minor: bigint,
  { lastDay }: ChargeLimits,
): Accrual[] {
  if (!charge.spread) {
    return [accrual(minor, monthOf(charge.from), 1)];
  }
  const { from } = charge.spread;
  const until =
    lastDay === null || lastDay < from
      ? charge.spread.until
      : earlierDate(charge.spread.until, lastDay);
  return charge.prorate === 'day'
    ? accrueByDays(minor, from, addDays(until, 1))
    : [accrual(minor, monthOf(from), monthOf(until) - monthOf(from) + 1)];
}

function recurring(
  charge: ChargeSpec,
  minor: bigint,
  limits: ChargeLimits,
): Accrual[] {
  const untilExclusive = endOf(charge, limits);
  if (untilExclusive !== null && untilExclusive <= charge.from) {
    return [];
  }
  if (charge.prorate === 'day') {
    return byDays(charge, minor, untilExclusive, limits.horizonMonth);
  }
  const months = MONTHS_PER_INTERVAL[charge.every];
  const startMonth = monthOf(charge.from);
  if (startMonth >= limits.horizonMonth) {
    return [];
  }
  const toHorizon = Math.ceil((limits.horizonMonth - startMonth) / months);
  const full =
    untilExclusive === null
      ? toHorizon
      : Math.min(toHorizon, fullPeriods(charge.from, untilExclusive, months));
  const accruals =
    full > 0 ? [accrual(minor * BigInt(full), startMonth, full * months)] : [];
  if (
    untilExclusive !== null &&
    addMonths(charge.from, full * months) < untilExclusive
  ) {
    const restMonth = startMonth + full * months;
    const lastMonth = monthOf(addDays(untilExclusive, -1));
    const units = Math.min(months, lastMonth - restMonth + 1);
    accruals.push(accrual(minor, restMonth, units));
  }
  return accruals;
}

function endOf(charge: ChargeSpec, limits: ChargeLimits): PlainDate | null {
  const ends = [charge.until, limits.lastDay ?? undefined].flatMap(day =>
    day === undefined ? [] : [addDays(day, 1)],
  );
  return ends.length ? ends.reduce(earlierDate) : null;
}

/**
 * The number of whole periods of so many months between two dates.
 * @public
 */
export function fullPeriods(
  from: PlainDate,
  toExclusive: PlainDate,
  months: number,
): number {
  const guess = Math.floor((monthOf(toExclusive) - monthOf(from)) / months);
  return addMonths(from, guess * months) > toExclusive ? guess - 1 : guess;
}

/**
 * Months are merged within whole years from the start only, those beyond the
 * horizon included, so that a later horizon changes nothing before it.
 */
function byDays(
  charge: ChargeSpec,
  minor: bigint,
  untilExclusive: PlainDate | null,
  horizonMonth: MonthIndex,
): Accrual[] {
  const startMonth = monthOf(charge.from);
  const years = Math.ceil((horizonMonth - startMonth) / 12);
  const amounts = dailyAmounts(
    charge,
    minor,
    untilExclusive,
    startMonth + 12 * years,
  );
  return Array.from({ length: Math.max(0, years) }, (_, year) =>
    accrualsOfMonths(
      startMonth + 12 * year,
      amounts.slice(12 * year, 12 * (year + 1)),
    ),
  ).flat();
}

function dailyAmounts(
  charge: ChargeSpec,
  minor: bigint,
  untilExclusive: PlainDate | null,
  endMonth: MonthIndex,
): bigint[] {
  const months = MONTHS_PER_INTERVAL[charge.every];
  const startMonth = monthOf(charge.from);
  const amounts: bigint[] = [];
  for (let period = 0; ; period++) {
    const start = addMonths(charge.from, period * months);
    const next = addMonths(charge.from, (period + 1) * months);
    const end =
      untilExclusive === null ? next : earlierDate(next, untilExclusive);
    if (start >= end || monthOf(start) >= endMonth) {
      return amounts;
    }
    const accrued = accrueByDays(minor, start, end);
    const last = monthOf(addDays(end, -1));
    for (let month = monthOf(start); month <= last; month++) {
      const at = month - startMonth;
      amounts[at] =
        (amounts[at] ?? 0n) +
        accrued.reduce(
          (sum, part) => sum + accrualTotal(part, month, month + 1),
          0n,
        );
    }
  }
}

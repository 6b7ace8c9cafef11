import type { LicensePrice, LicenseSpec } from '../entities/types';
import {
  chargeAccruals,
  fullPeriods,
  MONTHS_PER_INTERVAL,
} from '../charges/chargeAccruals';
import { chargeDueAmounts, type DueAmount } from '../charges/chargeDueAmounts';
import {
  type Accrual,
  accrual,
  addDays,
  addMonths,
  clipAccrual,
  divideRounded,
  minorOf,
  monthOf,
  type MonthIndex,
  type PlainDate,
  ratioFromNumber,
  subtractRatios,
  timesRatio,
} from '../values';

/**
 * The dates a licence price runs over, both inclusive.
 * @public
 */
export interface PriceTerm {
  /** First day. */
  start: PlainDate;
  /** Last day; null when it has no end. */
  end: PlainDate | null;
}

/**
 * How the price of a licence accrues, before any contract takes its place.
 *
 * Per total it is a charge over the term. Per unit it is that charge times the
 * quantity: more seats count from their month with the months of the period
 * that are left including this one (rounded half up once), fewer from the next
 * period. Empty without a price, or per unit without a quantity.
 * @public
 */
export function priceAccruals(
  spec: LicenseSpec,
  term: PriceTerm,
  horizonMonth: MonthIndex,
): Accrual[] {
  const price = spec.financials?.price;
  if (!price) {
    return [];
  }
  const minor = minorOf(price.amount, price.currency);
  const limits = { lastDay: term.end, horizonMonth };
  const charge = { ...price, from: term.start };
  if (price.per === 'total') {
    return chargeAccruals(charge, limits);
  }
  const changes = sortedChanges(spec);
  if (changes.length === 0) {
    return spec.quantity === undefined
      ? []
      : chargeAccruals(charge, {
          ...limits,
          minor: timesUnits(minor, spec.quantity),
        });
  }
  const accruals: Accrual[] = [];
  for (const billing of billings(spec, price, changes, term, horizonMonth)) {
    if (billing.isPeriod) {
      append(accruals, billing, MONTHS_PER_INTERVAL[price.every]);
    } else {
      accruals.push(accrual(billing.minor, billing.month, billing.months));
    }
  }
  return accruals.flatMap(part => {
    const clipped =
      part.totalMinor === 0n ? undefined : clipAccrual(part, 0, horizonMonth);
    return clipped ? [clipped] : [];
  });
}

/**
 * The price in full on the dates it is due: each period's first day, and the
 * days on which units were added.
 * @public
 */
export function priceDueAmounts(
  spec: LicenseSpec,
  term: PriceTerm,
  horizonMonth: MonthIndex,
): DueAmount[] {
  const price = spec.financials?.price;
  const hasUnits = spec.quantity !== undefined || spec.quantityChanges?.length;
  if (!price || (price.per === 'unit' && !hasUnits)) {
    return [];
  }
  if (price.per === 'total') {
    return chargeDueAmounts(
      { ...price, from: term.start },
      { lastDay: term.end, horizonMonth },
    );
  }
  const changes = sortedChanges(spec);
  return billings(spec, price, changes, term, horizonMonth)
    .filter(({ minor, month }) => minor !== 0n && month < horizonMonth)
    .map(({ date, minor }) => ({ date, minor }));
}

/**
 * The quantity in force on a date; undefined when none is given.
 * @public
 */
export function quantityOn(
  spec: Pick<LicenseSpec, 'quantity' | 'quantityChanges'>,
  date: PlainDate,
): number | undefined {
  return sortedChanges(spec).reduce(
    (quantity, change) => (change.from <= date ? change.quantity : quantity),
    spec.quantity,
  );
}

function sortedChanges(
  spec: Pick<LicenseSpec, 'quantityChanges'>,
): QuantityChange[] {
  return [...(spec.quantityChanges ?? [])].sort((a, b) =>
    a.from < b.from ? -1 : Number(a.from > b.from),
  );
}

type QuantityChange = NonNullable<LicenseSpec['quantityChanges']>[number];

interface Period {
  start: PlainDate;
  nextStart: PlainDate | null;
  month: MonthIndex;
  months: number;
}

/** An amount of a price that stands for months. */
interface Billing {
  date: PlainDate;
  minor: bigint;
  month: MonthIndex;
  months: number;
  /** A whole period's amount, not that of units added within it. */
  isPeriod: boolean;
}

function billings(
  spec: LicenseSpec,
  price: LicensePrice,
  changes: readonly QuantityChange[],
  term: PriceTerm,
  horizonMonth: MonthIndex,
): Billing[] {
  const minor = minorOf(price.amount, price.currency);
  return periodsOf(price, term, horizonMonth).flatMap(period => {
    const quantity = quantityOn(spec, period.start) ?? 0;
    return [
      {
        date: period.start,
        minor: timesUnits(minor, quantity),
        month: period.month,
        months: period.months,
        isPeriod: true,
      },
      ...addedUnits(price, minor, quantity, changes, term, period),
    ];
  });
}

/** What units added within a period cost for the months that are left. */
function addedUnits(
  price: LicensePrice,
  minor: bigint,
  quantity: number,
  changes: readonly QuantityChange[],
  term: PriceTerm,
  period: Period,
): Billing[] {
  const interval = MONTHS_PER_INTERVAL[price.every];
  const endMonth = period.month + period.months;
  const added: Billing[] = [];
  let billed = quantity;
  for (const change of changes) {
    const within =
      change.from > period.start &&
      (period.nextStart === null || change.from < period.nextStart) &&
      (term.end === null || change.from <= term.end);
    if (!within || change.quantity <= billed) {
      continue;
    }
    const units = subtractRatios(
      ratioFromNumber(change.quantity),
      ratioFromNumber(billed),
    );
    billed = change.quantity;
    const month = monthOf(change.from);
    const months = price.every === 'once' ? 1 : endMonth - month;
    if (months > 0) {
      added.push({
        date: change.from,
        minor: divideRounded(
          minor * units.numerator * BigInt(months),
          units.denominator * BigInt(interval),
          'half-up',
        ),
        month,
        months,
        isPeriod: false,
      });
    }
  }
  return added;
}

/** Quantities of consumption may be fractions of a unit. */
function timesUnits(minor: bigint, units: number): bigint {
  return timesRatio(minor, ratioFromNumber(units), 'half-up');
}

function periodsOf(
  price: LicensePrice,
  term: PriceTerm,
  horizonMonth: MonthIndex,
): Period[] {
  const startMonth = monthOf(term.start);
  if (price.every === 'once') {
    return [
      { start: term.start, nextStart: null, month: startMonth, months: 1 },
    ];
  }
  const interval = MONTHS_PER_INTERVAL[price.every];
  const endExclusive = term.end === null ? null : addDays(term.end, 1);
  const toHorizon = Math.max(
    0,
    Math.ceil((horizonMonth - startMonth) / interval),
  );
  const full =
    endExclusive === null
      ? toHorizon
      : Math.min(toHorizon, fullPeriods(term.start, endExclusive, interval));
  const periodAt = (index: number, months: number): Period => ({
    start: addMonths(term.start, index * interval),
    nextStart: addMonths(term.start, (index + 1) * interval),
    month: startMonth + index * interval,
    months,
  });
  const periods = Array.from({ length: Math.max(0, full) }, (_, index) =>
    periodAt(index, interval),
  );
  const rest = periodAt(full, interval);
  if (
    term.end !== null &&
    endExclusive !== null &&
    rest.start < endExclusive &&
    full < toHorizon
  ) {
    const months = Math.min(interval, monthOf(term.end) - rest.month + 1);
    periods.push({ ...rest, months });
  }
  return periods;
}

/** Adds a period, to the run before it when that has the same amount. */
function append(
  accruals: Accrual[],
  { minor, month, months }: Billing,
  interval: number,
): void {
  const last = accruals[accruals.length - 1];
  const continues =
    last &&
    months === interval &&
    last.units % interval === 0 &&
    last.startMonth + last.units === month &&
    last.totalMinor === minor * BigInt(last.units / interval);
  if (!continues) {
    accruals.push(accrual(minor, month, months));
    return;
  }
  last.totalMinor += minor;
  last.units += interval;
  last.windowToUnitExclusive = last.units;
}

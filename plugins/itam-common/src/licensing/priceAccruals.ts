import type { LicensePrice, LicenseSpec } from '../entities/types';
import {
  chargeAccruals,
  fullPeriods,
  MONTHS_PER_INTERVAL,
} from '../charges/chargeAccruals';
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
} from '../values';

/**
 * The dates a licence price runs over, both inclusive.
 * @public
 */
export interface PriceTerm {
  start: PlainDate;
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
  const changes = [...(spec.quantityChanges ?? [])].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );
  if (changes.length === 0) {
    return spec.quantity === undefined
      ? []
      : chargeAccruals(charge, {
          ...limits,
          minor: minor * BigInt(spec.quantity),
        });
  }
  return perUnit(price, minor, spec.quantity ?? 0, changes, term, horizonMonth)
    .filter(part => part.totalMinor !== 0n)
    .flatMap(part => {
      const clipped = clipAccrual(part, 0, horizonMonth);
      return clipped ? [clipped] : [];
    });
}

/**
 * The quantity in force on a date; undefined when none is given.
 * @public
 */
export function quantityOn(
  spec: Pick<LicenseSpec, 'quantity' | 'quantityChanges'>,
  date: PlainDate,
): number | undefined {
  return [...(spec.quantityChanges ?? [])]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .reduce(
      (quantity, change) => (change.from <= date ? change.quantity : quantity),
      spec.quantity,
    );
}

type QuantityChange = NonNullable<LicenseSpec['quantityChanges']>[number];

interface Period {
  start: PlainDate;
  nextStart: PlainDate | null;
  month: MonthIndex;
  months: number;
}

function perUnit(
  price: LicensePrice,
  minor: bigint,
  quantity: number,
  changes: readonly QuantityChange[],
  term: PriceTerm,
  horizonMonth: MonthIndex,
): Accrual[] {
  const accruals: Accrual[] = [];
  const interval = MONTHS_PER_INTERVAL[price.every];
  for (const period of periodsOf(price, term, horizonMonth)) {
    let billed = quantityOn({ quantity, quantityChanges: [...changes] }, period.start) ?? 0;
    append(
      accruals,
      minor * BigInt(billed),
      period.month,
      period.months,
      interval,
    );
    const endMonth = period.month + period.months;
    for (const change of changes) {
      const within =
        change.from > period.start &&
        (period.nextStart === null || change.from < period.nextStart) &&
        (term.end === null || change.from <= term.end);
      if (!within || change.quantity <= billed) {
        continue;
      }
      const added = BigInt(change.quantity - billed);
      billed = change.quantity;
      const month = monthOf(change.from);
      if (price.every === 'once') {
        accruals.push(accrual(minor * added, month, 1));
      } else if (month < endMonth) {
        const left = endMonth - month;
        const amount = divideRounded(
          minor * added * BigInt(left),
          BigInt(interval),
          'half-up',
        );
        accruals.push(accrual(amount, month, left));
      }
    }
  }
  return accruals;
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
  minor: bigint,
  month: MonthIndex,
  months: number,
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

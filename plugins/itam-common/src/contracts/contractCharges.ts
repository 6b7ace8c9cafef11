import type { ChargeSpec, ContractSpec } from '../entities/types';
import {
  type Accrual,
  addDays,
  addMonths,
  clipAccrual,
  divideRounded,
  earlierDate,
  minorOf,
  monthOf,
  type MonthIndex,
  type PlainDate,
  ratioFromNumber,
} from '../values';
import {
  chargeAccruals,
  type ChargeLimits,
  isRecurring,
  MONTHS_PER_INTERVAL,
} from '../charges/chargeAccruals';
import { chargeDueAmounts, type DueAmount } from '../charges/chargeDueAmounts';
import {
  contractTerm,
  currentTerm,
  isTermConfirmed,
  lastNoticeDay,
  lastTermIndex,
  termEndExclusive,
  termIndexAt,
} from './terms';

/**
 * What is known about a contract's charge in one of its terms.
 * @public
 */
export interface ContractChargeTags {
  /** ISO 4217 code. */
  currency: string;
  /** A refund, so that it replaces no other cost. */
  credit: boolean;
  /** 0 for the written term, one more for each renewal. */
  termIndex: number;
  /** A rolled term whose amount nobody has confirmed yet. */
  estimated: boolean;
  /** `current` up to the current term, else how sure the renewal is. */
  certainty: 'current' | 'committed' | 'expected';
}

/** The accruals of a charge within one term. @public */
export type ContractAccrual = Accrual & ContractChargeTags;

/** An amount of a contract due on a date. @public */
export type ContractDueAmount = DueAmount & ContractChargeTags;

/**
 * How far to look at a contract.
 * @public
 */
export interface ContractHorizon {
  /** The day from which the contract is seen. */
  asOf: PlainDate;
  /** First month not computed. */
  horizonMonth: MonthIndex;
  /** Also the renewals after the current term that nothing stops. */
  renewals?: boolean;
}

/**
 * What a contract charges, month by month, up to its current term, and on
 * request the renewals after it.
 *
 * A charge without `until` runs through the term it starts in and, until a
 * charge of the same title starts in a later term, through the terms the
 * contract has rolled into since, its amount raised by the uplift at each
 * renewal and rounded half up.
 * @public
 */
export function contractAccruals(
  spec: ContractSpec,
  horizon: ContractHorizon,
): ContractAccrual[] {
  return termCharges(spec, horizon).flatMap(({ charge, limits, tags }) =>
    chargeAccruals(charge, limits).map(part => ({ ...part, ...tags })),
  );
}

/**
 * The same charges in full on the dates they are due.
 * @public
 */
export function contractDueAmounts(
  spec: ContractSpec,
  horizon: ContractHorizon,
): ContractDueAmount[] {
  return termCharges(spec, horizon).flatMap(({ charge, limits, tags }) =>
    chargeDueAmounts(charge, limits).map(due => ({ ...due, ...tags })),
  );
}

/** A charge as it stands in one term. */
interface TermCharge {
  charge: ChargeSpec;
  limits: ChargeLimits;
  tags: ContractChargeTags;
}

function termCharges(
  spec: ContractSpec,
  horizon: ContractHorizon,
): TermCharge[] {
  const charges = spec.financials?.charges ?? [];
  return charges.flatMap(charge =>
    isRecurring(charge) && charge.until === undefined
      ? rollingCharges(spec, charges, charge, horizon)
      : [
          {
            charge,
            limits: { lastDay: null, horizonMonth: horizon.horizonMonth },
            tags: {
              currency: charge.currency,
              credit: charge.credit === true,
              termIndex: termIndexAt(spec, charge.from),
              estimated: false,
              certainty: 'current' as const,
            },
          },
        ],
  );
}

function rollingCharges(
  spec: ContractSpec,
  charges: readonly ChargeSpec[],
  charge: ChargeSpec,
  { asOf, horizonMonth, renewals }: ContractHorizon,
): TermCharge[] {
  const current = currentTerm(spec, asOf);
  const first = termIndexAt(spec, charge.from);
  const last = renewals ? lastTermIndex(spec, asOf) ?? Infinity : current.index;
  const successor = successorOf(spec, charges, charge);
  const rolled: TermCharge[] = [];
  let minor = minorOf(charge.amount, charge.currency);
  for (let index = first; index <= last; index++) {
    const term = contractTerm(spec, index);
    const started = index === first ? charge.from : term.start;
    if (
      monthOf(started) >= horizonMonth ||
      (successor !== undefined && started >= successor)
    ) {
      return rolled;
    }
    if (index > first) {
      minor = uplifted(spec, minor);
    }
    rolled.push({
      charge: { ...charge, from: periodStartIn(charge, started) },
      limits: {
        minor,
        lastDay: lastDayOf(term.endExclusive, successor),
        horizonMonth,
      },
      tags: {
        currency: charge.currency,
        credit: charge.credit === true,
        termIndex: index,
        estimated: index > first && !isTermConfirmed(spec, index, asOf),
        certainty: certaintyOf(spec, index, current.index, asOf),
      },
    });
    if (term.endExclusive === null) {
      return rolled;
    }
  }
  return rolled;
}

/**
 * The first period start of a charge on or after a date, so that a charge
 * billed mid-month or less often than the contract renews keeps its rhythm.
 */
function periodStartIn(charge: ChargeSpec, from: PlainDate): PlainDate {
  if (charge.every === 'once' || from <= charge.from) {
    return charge.from;
  }
  const months = MONTHS_PER_INTERVAL[charge.every];
  const elapsed = monthOf(from) - monthOf(charge.from);
  let periods = Math.floor(elapsed / months);
  while (addMonths(charge.from, periods * months) < from) {
    periods += 1;
  }
  return addMonths(charge.from, periods * months);
}

/** The date from which a charge of the same title, of a later term, counts. */
function successorOf(
  spec: ContractSpec,
  charges: readonly ChargeSpec[],
  charge: ChargeSpec,
): PlainDate | undefined {
  const end = termEndExclusive(spec, termIndexAt(spec, charge.from));
  if (end === null || charge.credit) {
    return undefined;
  }
  return charges
    .filter(
      other =>
        isRecurring(other) &&
        !other.credit &&
        other.title === charge.title &&
        other.from >= end,
    )
    .map(other => other.from)
    .sort()[0];
}

function lastDayOf(
  endExclusive: PlainDate | null,
  successor: PlainDate | undefined,
): PlainDate | null {
  if (endExclusive === null) {
    return successor === undefined ? null : addDays(successor, -1);
  }
  return addDays(
    successor === undefined
      ? endExclusive
      : earlierDate(endExclusive, successor),
    -1,
  );
}

function certaintyOf(
  spec: ContractSpec,
  index: number,
  currentIndex: number,
  asOf: PlainDate,
): ContractChargeTags['certainty'] {
  if (index <= currentIndex) {
    return 'current';
  }
  const deadline = lastNoticeDay(spec, termEndExclusive(spec, currentIndex));
  const isNext = index === currentIndex + 1;
  const passed = deadline !== null && asOf > deadline;
  return isNext && (passed || isTermConfirmed(spec, index, asOf))
    ? 'committed'
    : 'expected';
}

/**
 * An amount after one more renewal: raised by the contract's uplift, rounded
 * half up to the minor unit.
 * @public
 */
export function uplifted(spec: ContractSpec, minor: bigint): bigint {
  const percent = ratioFromNumber(spec.renewal?.upliftPercent ?? 0);
  return divideRounded(
    minor * (100n * percent.denominator + percent.numerator),
    100n * percent.denominator,
    'half-up',
  );
}

/**
 * The months in which a contract charges anything, refunds aside.
 * @public
 */
export function chargedAccruals(
  accruals: readonly ContractAccrual[],
  horizonMonth: MonthIndex,
): ContractAccrual[] {
  return accruals.flatMap(part => {
    const counted =
      part.credit || part.totalMinor <= 0n
        ? undefined
        : clipAccrual(part, 0, horizonMonth);
    return counted ? [counted] : [];
  });
}

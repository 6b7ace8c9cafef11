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
  isRecurring,
  MONTHS_PER_INTERVAL,
} from '../charges/chargeAccruals';
import {
  contractTerm,
  currentTerm,
  isTermConfirmed,
  lastNoticeDay,
  termEndExclusive,
  termIndexAt,
} from './terms';

/**
 * The accruals of one charge within one term of its contract.
 * @public
 */
export interface ContractAccrual extends Accrual {
  currency: string;
  /** −: a refund. */
  credit: boolean;
  termIndex: number;
  /** A rolled term whose amount nobody has confirmed yet. */
  estimated: boolean;
  /** `current` up to the current term, else how sure the renewal is. */
  certainty: 'current' | 'committed' | 'expected';
}

/**
 * What a contract charges, month by month, up to its current term, and on
 * request the renewals after it.
 *
 * A charge without `until` runs through the term it starts in and, until a
 * charge of the same title starts in a later term, through the terms the
 * contract has rolled into since, its amount raised by the uplift at each
 * renewal and rounded half up. `horizonMonth` is exclusive.
 * @public
 */
export function contractAccruals(
  spec: ContractSpec,
  options: {
    asOf: PlainDate;
    horizonMonth: MonthIndex;
    /** Also the automatic renewals after the current term. */
    renewals?: boolean;
  },
): ContractAccrual[] {
  const charges = spec.financials?.charges ?? [];
  return charges.flatMap(charge => {
    const tags = {
      currency: charge.currency,
      credit: charge.credit === true,
      termIndex: termIndexAt(spec, charge.from),
      estimated: false,
      certainty: 'current' as const,
    };
    return isRecurring(charge) && charge.until === undefined
      ? rollingAccruals(spec, charges, charge, options)
      : chargeAccruals(charge, {
          lastDay: null,
          horizonMonth: options.horizonMonth,
        }).map(part => ({ ...part, ...tags }));
  });
}

function rollingAccruals(
  spec: ContractSpec,
  charges: readonly ChargeSpec[],
  charge: ChargeSpec,
  options: {
    asOf: PlainDate;
    horizonMonth: MonthIndex;
    renewals?: boolean;
  },
): ContractAccrual[] {
  const { asOf, horizonMonth } = options;
  const current = currentTerm(spec, asOf);
  const first = termIndexAt(spec, charge.from);
  const successor = successorOf(spec, charges, charge);
  const accruals: ContractAccrual[] = [];
  let minor = minorOf(charge.amount, charge.currency);
  for (let index = first; ; index++) {
    const term = contractTerm(spec, index);
    const rolls = options.renewals === true && mayRoll(spec, current);
    const started = index === first ? charge.from : term.start;
    if (
      (index > current.index && !rolls) ||
      monthOf(started) >= horizonMonth ||
      (successor !== undefined && started >= successor)
    ) {
      return accruals;
    }
    if (index > first) {
      minor = uplifted(spec, minor);
    }
    const accrued = chargeAccruals(
      { ...charge, from: periodStartIn(charge, started) },
      {
        minor,
        lastDay: lastDayOf(term.endExclusive, successor),
        horizonMonth,
      },
    );
    for (const part of accrued) {
      accruals.push({
        ...part,
        currency: charge.currency,
        credit: charge.credit === true,
        termIndex: index,
        estimated: index > first && !isTermConfirmed(spec, index, asOf),
        certainty: certaintyOf(spec, index, current.index, asOf),
      });
    }
    if (term.endExclusive === null) {
      return accruals;
    }
  }
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

function mayRoll(
  spec: ContractSpec,
  current: ReturnType<typeof currentTerm>,
): boolean {
  return (
    spec.renewal?.kind === 'automatic' && !current.noticeGiven && !current.over
  );
}

function certaintyOf(
  spec: ContractSpec,
  index: number,
  currentIndex: number,
  asOf: PlainDate,
): ContractAccrual['certainty'] {
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

import type { ContractSpec } from '../entities/types';
import {
  accrualTotal,
  daysBetween,
  firstDayOfMonth,
  monthOf,
  type PlainDate,
} from '../values';
import { contractAccruals } from './contractCharges';
import {
  contractTerm,
  currentTerm,
  isTermConfirmed,
  lastNoticeDay,
  lastTermIndex,
} from './terms';

/**
 * Where a contract stands.
 *
 * `ended`: it is over as decided (notice, or no renewal agreed); `expired`: it
 * is over because nobody renewed it; `renewing`: the next term is certain;
 * `notice-due`: at most 30 days are left to give notice; `expiring`: it ends
 * within 90 days; `active`: none of these.
 * @public
 */
export type RenewalStateName =
  | 'ended'
  | 'expired'
  | 'renewing'
  | 'notice-due'
  | 'expiring'
  | 'active';

/**
 * A term after the current one.
 * @public
 */
export interface NextTerm {
  /** First day of the term. */
  start: PlainDate;
  /** First day after the term. */
  endExclusive: PlainDate;
  /** What the term is going to cost, per currency in order of code. */
  amounts: { minor: bigint; currency: string }[];
  /** Whether the amounts follow from the uplift and nobody confirmed them. */
  estimated: boolean;
  /** `committed` once notice is no longer possible, before it `expected`. */
  certainty: 'committed' | 'expected';
}

/**
 * The renewal of a contract as seen on a date.
 * @public
 */
export interface RenewalState {
  /** Where the contract stands on the date. */
  state: RenewalStateName;
  /** 0 for the written term, one more for each renewal. */
  termIndex: number;
  /** First day of the current term. */
  currentStart: PlainDate;
  /** Null when the contract has no end. */
  currentEndExclusive: PlainDate | null;
  /** Last day on which notice is in time; null when there is no deadline. */
  lastNoticeDay: PlainDate | null;
  /** Days from the date to the deadline, negative after it. */
  daysToNotice: number | null;
  /** Days from the date to the first day after the term. */
  daysToEnd: number | null;
  /** The terms after the current one, the next first. */
  nextTerms: NextTerm[];
}

const NOTICE_DUE_DAYS = 30;
const EXPIRING_DAYS = 90;

/**
 * The current term of a contract, its deadline and what comes next.
 *
 * All dates follow from the current term, not the first one. `nextTermCount`
 * is how many renewals to list; only automatic renewals that nobody has
 * stopped, and manual ones that are confirmed, have any.
 * @public
 */
export function renewalState(
  spec: ContractSpec,
  asOf: PlainDate,
  nextTermCount: number = 3,
): RenewalState {
  const term = currentTerm(spec, asOf);
  const { endExclusive } = term;
  const deadline = lastNoticeDay(spec, endExclusive);
  return {
    state: stateOf(spec, asOf, term, deadline),
    termIndex: term.index,
    currentStart: term.start,
    currentEndExclusive: endExclusive,
    lastNoticeDay: deadline,
    daysToNotice: deadline === null ? null : daysBetween(asOf, deadline),
    daysToEnd: endExclusive === null ? null : daysBetween(asOf, endExclusive),
    nextTerms: nextTermsOf(spec, asOf, term, nextTermCount),
  };
}

function stateOf(
  spec: ContractSpec,
  asOf: PlainDate,
  term: ReturnType<typeof currentTerm>,
  deadline: PlainDate | null,
): RenewalStateName {
  const { endExclusive, noticeGiven, over } = term;
  const kind = spec.renewal?.kind ?? 'none';
  if (over) {
    return noticeGiven || kind === 'none' ? 'ended' : 'expired';
  }
  if (endExclusive === null) {
    return 'active';
  }
  const nextConfirmed = isTermConfirmed(spec, term.index + 1, asOf);
  const deadlinePassed = deadline !== null && asOf > deadline;
  const rolls = kind === 'automatic' && deadlinePassed;
  if (!noticeGiven && (rolls || nextConfirmed)) {
    return 'renewing';
  }
  if (
    deadline !== null &&
    !noticeGiven &&
    !deadlinePassed &&
    daysBetween(asOf, deadline) <= NOTICE_DUE_DAYS
  ) {
    return 'notice-due';
  }
  const endsForGood = kind !== 'automatic' || noticeGiven;
  return endsForGood && daysBetween(asOf, endExclusive) <= EXPIRING_DAYS
    ? 'expiring'
    : 'active';
}

function nextTermsOf(
  spec: ContractSpec,
  asOf: PlainDate,
  term: ReturnType<typeof currentTerm>,
  maxCount: number,
): NextTerm[] {
  const lastIndex = lastTermIndex(spec, asOf) ?? Infinity;
  const count = Math.min(maxCount, lastIndex - term.index);
  if (term.over || term.endExclusive === null || count < 1) {
    return [];
  }
  const last = contractTerm(spec, term.index + count);
  const horizonMonth = monthOf(last.endExclusive ?? last.start) + 1;
  const accruals = contractAccruals(spec, {
    asOf,
    horizonMonth,
    renewals: true,
  });
  return Array.from({ length: count }, (_, i): NextTerm => {
    const index = term.index + 1 + i;
    const { start, endExclusive } = contractTerm(spec, index);
    const ofTerm = accruals.filter(
      part => part.termIndex === index && !part.credit,
    );
    const totals = new Map<string, bigint>();
    for (const part of ofTerm) {
      const amount = accrualTotal(part, part.startMonth, horizonMonth);
      totals.set(part.currency, (totals.get(part.currency) ?? 0n) + amount);
    }
    const confirmed = isTermConfirmed(spec, index, asOf);
    const deadline = lastNoticeDay(spec, term.endExclusive);
    const passed = deadline !== null && asOf > deadline;
    return {
      start,
      endExclusive: endExclusive ?? firstDayOfMonth(horizonMonth),
      amounts: [...totals]
        .map(([currency, minor]) => ({ minor, currency }))
        .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
      estimated: ofTerm.some(part => part.estimated),
      certainty: i === 0 && (passed || confirmed) ? 'committed' : 'expected',
    };
  });
}

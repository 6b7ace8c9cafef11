import type { ContractSpec } from '../entities/types';
import { addDays, addMonths, monthOf, type PlainDate } from '../values';

/** A renewal that does not say for how long is for a year. */
const DEFAULT_RENEWAL_MONTHS = 12;

/**
 * One term of a contract: the written one is index 0, each renewal adds one.
 * @public
 */
export interface ContractTerm {
  /** 0 for the written term, one more for each renewal. */
  index: number;
  /** First day of the term. */
  start: PlainDate;
  /** The first day after the term; null when it has no end. */
  endExclusive: PlainDate | null;
}

/**
 * The first day after term k: E₀ is the written end, E_k = E₀ + k·months,
 * counted from E₀ so that month lengths do not drift. Null without an end.
 * @public
 */
export function termEndExclusive(
  spec: ContractSpec,
  index: number,
): PlainDate | null {
  if (spec.term.end === undefined) {
    return null;
  }
  const first = addDays(spec.term.end, 1);
  return index === 0 ? first : addMonths(first, index * renewalMonths(spec));
}

/**
 * Term k of a contract, whether or not it is going to run.
 * @public
 */
export function contractTerm(spec: ContractSpec, index: number): ContractTerm {
  const start =
    index === 0 ? spec.term.start : termEndExclusive(spec, index - 1);
  return {
    index,
    start: start ?? spec.term.start,
    endExclusive: termEndExclusive(spec, index),
  };
}

/**
 * The index of the term a date lies in, were the contract to roll for ever;
 * 0 before its start.
 * @public
 */
export function termIndexAt(spec: ContractSpec, date: PlainDate): number {
  const first = termEndExclusive(spec, 0);
  if (first === null || date < first) {
    return 0;
  }
  const months = renewalMonths(spec);
  let index = Math.floor((monthOf(date) - monthOf(first)) / months) + 1;
  while (index > 0 && date < (termEndExclusive(spec, index - 1) ?? '')) {
    index -= 1;
  }
  return index;
}

/**
 * The last day on which notice ends the contract at an end (exclusive):
 * noticeDays before it, or noticeMonths before it, less one day.
 *
 * An automatic renewal without a notice period can be stopped until its last
 * day; other contracts without one have no deadline (null).
 * @public
 */
export function lastNoticeDay(
  spec: ContractSpec,
  endExclusive: PlainDate | null,
): PlainDate | null {
  if (endExclusive === null || !spec.renewal) {
    return null;
  }
  const { kind, noticeDays, noticeMonths } = spec.renewal;
  if (noticeMonths !== undefined) {
    return addDays(addMonths(endExclusive, -noticeMonths), -1);
  }
  if (noticeDays !== undefined) {
    return addDays(endExclusive, -noticeDays - 1);
  }
  return kind === 'automatic' ? addDays(endExclusive, -1) : null;
}

/**
 * The term that runs on a date, with everything known on that date: notice
 * given in time ends the contract at its term's end, too late at the next.
 *
 * After the contract has ended its last term is returned.
 * @public
 */
export function currentTerm(
  spec: ContractSpec,
  asOf: PlainDate,
): ContractTerm & { noticeGiven: boolean; over: boolean } {
  const last = lastTermIndex(spec, asOf);
  const index = Math.min(termIndexAt(spec, asOf), last ?? Infinity);
  const term = contractTerm(spec, index);
  return {
    ...term,
    noticeGiven: index === last && noticeKnown(spec, asOf),
    over: term.endExclusive !== null && asOf >= term.endExclusive,
  };
}

/**
 * The last term that will run as known on a date; undefined when nothing stops
 * the contract from rolling on.
 * @public
 */
export function lastTermIndex(
  spec: ContractSpec,
  asOf: PlainDate,
): number | undefined {
  const { renewal } = spec;
  if (!renewal || renewal.kind === 'none') {
    return 0;
  }
  if (renewal.kind === 'manual') {
    return renewal.confirmed !== undefined && renewal.confirmed <= asOf ? 1 : 0;
  }
  if (!noticeKnown(spec, asOf) || renewal.noticeGiven === undefined) {
    return undefined;
  }
  let index = termIndexAt(spec, renewal.noticeGiven);
  const deadline = () => lastNoticeDay(spec, termEndExclusive(spec, index));
  while (renewal.noticeGiven > (deadline() ?? renewal.noticeGiven)) {
    index += 1;
  }
  return index;
}

function noticeKnown(spec: ContractSpec, asOf: PlainDate): boolean {
  const given = spec.renewal?.noticeGiven;
  return given !== undefined && given <= asOf;
}

/**
 * Whether the amounts of a term are confirmed: those of the written term, and
 * of the term following the one in which the renewal was confirmed.
 * @public
 */
export function isTermConfirmed(
  spec: ContractSpec,
  index: number,
  asOf: PlainDate,
): boolean {
  const confirmed = spec.renewal?.confirmed;
  if (index === 0) {
    return true;
  }
  if (confirmed === undefined || confirmed > asOf) {
    return false;
  }
  return spec.renewal?.kind === 'manual'
    ? index <= 1
    : index <= termIndexAt(spec, confirmed) + 1;
}

function renewalMonths(spec: ContractSpec): number {
  // A renewal for no time would roll for ever.
  return Math.max(1, spec.renewal?.months ?? DEFAULT_RENEWAL_MONTHS);
}

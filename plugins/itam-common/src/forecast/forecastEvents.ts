import { byRef } from '../allocation';
import type { CostSegment } from '../cost/types';
import type { ItamKind } from '../entities/types';
import type { MonthIndex } from '../values';

/**
 * Why a cost is forecast: a contract rolls on, an asset is replaced at its end
 * of life, planned, or ordered.
 * @public
 */
export type ForecastEventKind =
  | 'renewal'
  | 'replacement'
  | 'planned'
  | 'ordered';

/**
 * A dated reason for cost that is not actual yet.
 * @public
 */
export interface ForecastEvent {
  /** The reason. */
  kind: ForecastEventKind;
  /** Whether it can no longer be stopped. */
  certainty: 'committed' | 'expected';
  /** Month index in which its cost starts; of a renewal, its term. */
  month: MonthIndex;
  /** Full ref of the record that costs. */
  recordRef: string;
  /** Kind of that record. */
  recordKind: ItamKind;
  /** What it costs, in minor units. */
  minor: bigint;
  /** ISO 4217 code. */
  currency: string;
}

/** What the events follow from. @public */
export type ForecastCause = Pick<
  CostSegment,
  | 'recordRef'
  | 'recordKind'
  | 'certainty'
  | 'estimated'
  | 'currency'
  | 'startMonth'
  | 'windowFromUnit'
>;

/**
 * The events that segments of one view stand for, one for each record, reason
 * and currency, and for each term of a renewed contract; in order of month and
 * ref. Actual segments are no event, nor is what amounts to nothing.
 *
 * `amountOf` gives what a segment counts for, in minor units: the part of a
 * node, in a range of months. `termStarts` gives the months in which the terms
 * of a contract start ({@link renewalStartMonths}); without it each renewed
 * charge is dated by its own start.
 * @public
 */
export function forecastEvents<S extends ForecastCause>(
  segments: Iterable<S>,
  amountOf: (segment: S) => bigint,
  termStarts: (contractRef: string) => readonly MonthIndex[] = () => [],
): ForecastEvent[] {
  const events = new Map<string, ForecastEvent>();
  for (const segment of segments) {
    const kind = kindOf(segment);
    const minor = kind ? amountOf(segment) : 0n;
    if (!kind || minor === 0n) {
      continue;
    }
    const { recordRef, recordKind, currency, startMonth } = segment;
    const certainty =
      segment.certainty === 'committed' ? 'committed' : 'expected';
    const term =
      kind === 'renewal'
        ? termOf(segment, termStarts(recordRef)) ?? startMonth
        : undefined;
    const key = JSON.stringify([recordRef, kind, certainty, currency, term]);
    const event = events.get(key);
    if (event) {
      event.minor += minor;
      event.month = Math.min(event.month, term ?? startMonth);
    } else {
      events.set(key, {
        kind,
        certainty,
        month: term ?? startMonth,
        recordRef,
        recordKind,
        minor,
        currency,
      });
    }
  }
  return [...events.values()]
    .filter(({ minor }) => minor !== 0n)
    .sort(
      (a, b) =>
        a.month - b.month ||
        byRef({ ref: a.recordRef }, { ref: b.recordRef }) ||
        byRef({ ref: a.kind }, { ref: b.kind }) ||
        byRef({ ref: a.certainty }, { ref: b.certainty }) ||
        byRef({ ref: a.currency }, { ref: b.currency }),
    );
}

function kindOf(segment: ForecastCause): ForecastEventKind | undefined {
  if (segment.certainty === 'actual') {
    return undefined;
  }
  if (segment.recordKind !== 'Asset') {
    return 'renewal';
  }
  if (segment.certainty === 'committed') {
    return 'ordered';
  }
  return segment.estimated ? 'replacement' : 'planned';
}

/** The start of the term a segment's first month lies in. */
function termOf(
  { startMonth, windowFromUnit }: ForecastCause,
  starts: readonly MonthIndex[],
): MonthIndex | undefined {
  const month = startMonth + windowFromUnit;
  const before = starts.filter(start => start <= month);
  return before.length ? Math.max(...before) : undefined;
}

import type { MonthIndex } from '../../values';
import type { CostSegment } from '../types';
import { adjustments } from './adjustments';
import { isClosable, partAfter, partThrough } from './clipSegment';

/**
 * The segments of a record once the months through `closedThroughMonth` (a
 * month index, inclusive) are frozen; null: no month is.
 *
 * `computed` is what the record costs by what is known now, `closed` what is
 * stored of it as closed; anything in it after the month is dropped, which is
 * how months are opened again. The result, in this order: what is closed;
 * what is computed after the month; and, in the first open month, an
 * `adjustment` for what is computed up to the month less what is closed, one
 * for each view, currency, owner, cost centre, vendor, class and service for
 * which that is not zero. Hence closed months never change, and sums by
 * owner or service over all months up to any after the first open one are
 * those of `computed`. Segments that are not actual are neither frozen nor
 * adjusted.
 *
 * With `closed` from {@link splitAtClosing} and nothing changed since, the
 * result is what splitting gave, in the same order.
 * @public
 */
export function withClosedMonths(
  computed: readonly CostSegment[],
  closed: readonly CostSegment[],
  closedThroughMonth: MonthIndex | null,
): CostSegment[] {
  if (closedThroughMonth === null) {
    return [...computed];
  }
  const kept = closed.flatMap(
    segment =>
      (segment.closed && partThrough(segment, closedThroughMonth)) || [],
  );
  const open = computed.flatMap(segment =>
    isClosable(segment)
      ? partAfter(segment, closedThroughMonth) ?? []
      : [segment],
  );
  const due = computed.flatMap(
    segment =>
      (isClosable(segment) && partThrough(segment, closedThroughMonth)) || [],
  );
  return [...kept, ...open, ...adjustments(due, kept, closedThroughMonth + 1)];
}

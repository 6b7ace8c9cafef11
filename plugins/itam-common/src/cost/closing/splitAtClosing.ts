import type { MonthIndex } from '../../values';
import type { CostSegment } from '../types';
import { isClosable, partAfter, partThrough } from './clipSegment';

/**
 * Closed segments of a record. Months are closed one after the other; without
 * joining their parts a record would gain segments each time.
 */
class ClosedSegments {
  readonly all: CostSegment[] = [];
  /** Where those are that end with a unit; twins are joined in order. */
  private readonly byEnd = new Map<string, number[]>();

  add(segment: CostSegment): void {
    this.endsAt(segment, this.all.length);
    this.all.push(segment);
  }

  addContinued(segment: CostSegment): void {
    const at = this.byEnd.get(keyOf(segment, segment.windowFromUnit))?.shift();
    if (at === undefined) {
      this.add(segment);
      return;
    }
    this.all[at] = {
      ...this.all[at],
      windowToUnitExclusive: segment.windowToUnitExclusive,
    };
    this.endsAt(segment, at);
  }

  private endsAt(segment: CostSegment, at: number): void {
    const key = keyOf(segment, segment.windowToUnitExclusive);
    const ending = this.byEnd.get(key);
    if (ending) {
      ending.push(at);
    } else {
      this.byEnd.set(key, [at]);
    }
  }
}

/** All of a segment but its window, and one end of that. */
function keyOf(segment: CostSegment, unit: number): string {
  return JSON.stringify([
    unit,
    segment.view,
    segment.category,
    segment.certainty,
    segment.estimated === true,
    segment.currency,
    String(segment.totalMinor),
    segment.units,
    segment.startMonth,
    segment.ownerRef,
    segment.costCenter,
    segment.vendor,
    segment.assetClass,
    segment.weightTotal,
    segment.slices.map(({ serviceRef, lo, hi }) => [serviceRef, lo, hi]),
  ]);
}

/**
 * The segments of a record after the months through `closedThroughMonth`
 * (a month index, inclusive) were closed.
 *
 * Every actual segment becomes a part up to that month, marked `closed`, and
 * an open one after it; both keep total, units and slices, so that every sum
 * stays what it was. Segments that are not actual stay open, and what was
 * closed before stays as it is. The closed ones come first, each half in the
 * order given; a part that continues a closed one extends it. Closing the
 * same month twice changes nothing; to open months again, see
 * {@link withClosedMonths}.
 * @public
 */
export function splitAtClosing(
  segments: readonly CostSegment[],
  closedThroughMonth: MonthIndex,
): CostSegment[] {
  const closed = new ClosedSegments();
  for (const segment of segments) {
    if (segment.closed) {
      closed.add(segment);
    }
  }
  const open: CostSegment[] = [];
  for (const segment of segments) {
    if (segment.closed) {
      continue;
    }
    if (!isClosable(segment)) {
      open.push(segment);
      continue;
    }
    const before = partThrough(segment, closedThroughMonth);
    const after = partAfter(segment, closedThroughMonth);
    if (before) {
      closed.addContinued({ ...before, closed: true });
    }
    if (after) {
      open.push(after);
    }
  }
  return [...closed.all, ...open];
}

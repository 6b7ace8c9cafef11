import { clipAccrual, type MonthIndex } from '../../values';
import type { CostSegment } from '../types';

/** Whether a closing may freeze a segment: what is not actual yet stays open. */
export function isClosable(segment: CostSegment): boolean {
  return segment.certainty === 'actual';
}

/** The part of a segment up to and including a month; none: undefined. */
export function partThrough(
  segment: CostSegment,
  month: MonthIndex,
): CostSegment | undefined {
  return clipAccrual(segment, -Infinity, month + 1);
}

/** The part of a segment after a month; none: undefined. */
export function partAfter(
  segment: CostSegment,
  month: MonthIndex,
): CostSegment | undefined {
  return clipAccrual(segment, month + 1, Infinity);
}

import type { CostSegment, CostSlice } from './types';

/**
 * The integer formula every layer uses, for layers that cannot call
 * TypeScript. Placeholders: `T` magnitude of the total, `n` units, `D` sum of
 * weights, `k` units counted from the segment's start, `p` upper weight.
 *
 * All operands are non-negative 64-bit integers and `/` and `%` are integer
 * division and remainder, so SQLite and PostgreSQL agree with TypeScript. The
 * limits n·D ≤ 2·10⁹ and T ≤ 9·10¹⁸ keep every intermediate value inside
 * 64 bits; above, SQLite would silently continue with floating point. Work on
 * `abs(total)` and multiply the finished amount by `sign(total)`.
 *
 *     F(k, p) = (T / (n*D)) * k * p
 *             + (2 * (T % (n*D)) * k * p + n*D) / (2 * n*D)
 *     amount of weights [lo, hi) over units [a, b)
 *             = F(b, hi) - F(b, lo) - F(a, hi) + F(a, lo)
 * @public
 */
export const SEGMENT_FORMULA = {
  cumulative:
    '(T / (n*D)) * k * p + (2 * (T % (n*D)) * k * p + n*D) / (2 * n*D)',
  amount: 'F(b, hi) - F(b, lo) - F(a, hi) + F(a, lo)',
} as const;

/** A segment whatever its category and view. @public */
export type SegmentShape = Omit<CostSegment, 'category' | 'view'>;

/** What the formula needs of a segment. @public */
export type SegmentScale = Pick<
  CostSegment,
  'totalMinor' | 'units' | 'weightTotal'
>;

/**
 * F(k, p): the magnitude that has accrued after k units on the weights below
 * p, rounded half up once.
 *
 * 0 ≤ k ≤ units, 0 ≤ p ≤ weightTotal. The sign of the total is not applied.
 * @public
 */
export function accruedMagnitude(
  scale: SegmentScale,
  k: number,
  p: number,
): bigint {
  const magnitude =
    scale.totalMinor < 0n ? -scale.totalMinor : scale.totalMinor;
  const n = BigInt(scale.units) * BigInt(scale.weightTotal);
  const kp = BigInt(k) * BigInt(p);
  return (magnitude / n) * kp + (2n * (magnitude % n) * kp + n) / (2n * n);
}

/**
 * The amount of one slice over units [fromUnit, toUnitExclusive), in minor
 * units of the segment's currency.
 *
 * Units outside the segment's window count nothing. Throws nothing.
 * @public
 */
export function sliceAmount(
  segment: SegmentShape,
  slice: Pick<CostSlice, 'lo' | 'hi'>,
  fromUnit: number,
  toUnitExclusive: number,
): bigint {
  const a = Math.max(fromUnit, segment.windowFromUnit);
  const b = Math.min(toUnitExclusive, segment.windowToUnitExclusive);
  if (a >= b) {
    return 0n;
  }
  const magnitude =
    accruedMagnitude(segment, b, slice.hi) -
    accruedMagnitude(segment, b, slice.lo) -
    accruedMagnitude(segment, a, slice.hi) +
    accruedMagnitude(segment, a, slice.lo);
  return segment.totalMinor < 0n ? -magnitude : magnitude;
}

/**
 * The amount of the whole segment, all slices together, over units
 * [fromUnit, toUnitExclusive).
 * @public
 */
export function segmentAmount(
  segment: SegmentShape,
  fromUnit: number,
  toUnitExclusive: number,
): bigint {
  return sliceAmount(
    segment,
    { lo: 0, hi: segment.weightTotal },
    fromUnit,
    toUnitExclusive,
  );
}

/**
 * The amount of a segment in all months of [fromMonth, toMonthExclusive).
 * @public
 */
export function segmentTotal(
  segment: SegmentShape,
  fromMonth: number,
  toMonthExclusive: number,
): bigint {
  return segmentAmount(
    segment,
    fromMonth - segment.startMonth,
    toMonthExclusive - segment.startMonth,
  );
}

/**
 * The amount of a segment in each month of [fromMonth, toMonthExclusive), the
 * first month first.
 * @public
 */
export function segmentMonths(
  segment: SegmentShape,
  fromMonth: number,
  toMonthExclusive: number,
): bigint[] {
  return sliceMonths(
    segment,
    { lo: 0, hi: segment.weightTotal },
    fromMonth,
    toMonthExclusive,
  );
}

/**
 * The amount of one slice in each month of [fromMonth, toMonthExclusive), the
 * first month first.
 * @public
 */
export function sliceMonths(
  segment: SegmentShape,
  slice: Pick<CostSlice, 'lo' | 'hi'>,
  fromMonth: number,
  toMonthExclusive: number,
): bigint[] {
  const months: bigint[] = new Array(
    Math.max(0, toMonthExclusive - fromMonth),
  ).fill(0n);
  const first = Math.max(
    fromMonth,
    segment.startMonth + segment.windowFromUnit,
  );
  const end = Math.min(
    toMonthExclusive,
    segment.startMonth + segment.windowToUnitExclusive,
  );
  if (first >= end) {
    return months;
  }
  const negative = segment.totalMinor < 0n;
  const upTo = (month: number) => {
    const k = month - segment.startMonth;
    return (
      accruedMagnitude(segment, k, slice.hi) -
      accruedMagnitude(segment, k, slice.lo)
    );
  };
  let before = upTo(first);
  for (let month = first; month < end; month++) {
    const after = upTo(month + 1);
    months[month - fromMonth] = negative ? before - after : after - before;
    before = after;
  }
  return months;
}

import type { MonthIndex } from '../../values';
import { sliceAmount } from '../segmentValue';
import type { CostSegment } from '../types';

/** What an adjustment keeps apart, so that sums by any of them are right. */
type Bearer = Pick<
  CostSegment,
  | 'recordRef'
  | 'recordKind'
  | 'view'
  | 'currency'
  | 'ownerRef'
  | 'costCenter'
  | 'vendor'
  | 'assetClass'
> & { serviceRef: string | null };

/**
 * What `due` costs more (or, negative, less) than `booked` per bearer, in one
 * month; none for a bearer with the same cost in both. In order of the
 * bearers' names, so that the same difference always gives the same list.
 */
export function adjustments(
  due: readonly CostSegment[],
  booked: readonly CostSegment[],
  month: MonthIndex,
): CostSegment[] {
  const sums = new Map<string, { bearer: Bearer; minor: bigint }>();
  const add = (segment: CostSegment, sign: bigint) => {
    for (const slice of segment.slices) {
      const bearer = bearerOf(segment, slice.serviceRef);
      const key = keyOf(bearer);
      const minor = sign * sliceAmount(segment, slice, 0, segment.units);
      const sum = sums.get(key);
      if (sum) {
        sum.minor += minor;
      } else {
        sums.set(key, { bearer, minor });
      }
    }
  };
  due.forEach(segment => add(segment, 1n));
  booked.forEach(segment => add(segment, -1n));
  return [...sums]
    .filter(([, { minor }]) => minor !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { bearer, minor }]) => adjustment(bearer, minor, month));
}

function bearerOf(segment: CostSegment, serviceRef: string | null): Bearer {
  return {
    recordRef: segment.recordRef,
    recordKind: segment.recordKind,
    view: segment.view,
    currency: segment.currency,
    ownerRef: segment.ownerRef,
    costCenter: segment.costCenter,
    vendor: segment.vendor,
    assetClass: segment.assetClass,
    serviceRef,
  };
}

function keyOf(bearer: Bearer): string {
  return JSON.stringify([
    bearer.recordRef,
    bearer.view,
    bearer.currency,
    bearer.ownerRef,
    bearer.costCenter,
    bearer.vendor,
    bearer.assetClass,
    bearer.serviceRef,
  ]);
}

function adjustment(
  { serviceRef, ...bearer }: Bearer,
  minor: bigint,
  month: MonthIndex,
): CostSegment {
  return {
    ...bearer,
    category: 'adjustment',
    certainty: 'actual',
    totalMinor: minor,
    units: 1,
    startMonth: month,
    windowFromUnit: 0,
    windowToUnitExclusive: 1,
    weightTotal: 1,
    slices: [{ serviceRef, lo: 0, hi: 1 }],
  };
}

import type { MonthIndex } from '../values';
import { type SegmentShape, segmentTotal, sliceAmount } from './segmentValue';

/**
 * Amounts per currency, in minor units.
 * @public
 */
export type CurrencySums = Map<string, bigint>;

/**
 * What each service uses of these segments in months
 * [fromMonth, toMonthExclusive); null is the unallocated rest.
 *
 * Basis "used": with {@link totalCost} it obeys Σ services + unallocated =
 * Σ records, per currency and month.
 * @public
 */
export function costByService(
  segments: Iterable<SegmentShape>,
  fromMonth: MonthIndex,
  toMonthExclusive: MonthIndex,
): Map<string | null, CurrencySums> {
  const sums = new Map<string | null, CurrencySums>();
  for (const segment of segments) {
    for (const slice of segment.slices) {
      addTo(
        sums,
        slice.serviceRef,
        segment.currency,
        sliceAmount(
          segment,
          slice,
          fromMonth - segment.startMonth,
          toMonthExclusive - segment.startMonth,
        ),
      );
    }
  }
  return sums;
}

/**
 * What each owner bears of these segments; null is what nobody owns. Basis
 * "owned"; never to be added to "used".
 * @public
 */
export function costByOwner(
  segments: Iterable<SegmentShape>,
  fromMonth: MonthIndex,
  toMonthExclusive: MonthIndex,
): Map<string | null, CurrencySums> {
  const sums = new Map<string | null, CurrencySums>();
  for (const segment of segments) {
    addTo(
      sums,
      segment.ownerRef,
      segment.currency,
      segmentTotal(segment, fromMonth, toMonthExclusive),
    );
  }
  return sums;
}

/**
 * All of these segments together.
 * @public
 */
export function totalCost(
  segments: Iterable<SegmentShape>,
  fromMonth: MonthIndex,
  toMonthExclusive: MonthIndex,
): CurrencySums {
  const sums = new Map<string | null, CurrencySums>();
  for (const segment of segments) {
    addTo(
      sums,
      null,
      segment.currency,
      segmentTotal(segment, fromMonth, toMonthExclusive),
    );
  }
  return sums.get(null) ?? new Map();
}

function addTo(
  sums: Map<string | null, CurrencySums>,
  key: string | null,
  currency: string,
  minor: bigint,
): void {
  const ofKey = sums.get(key) ?? new Map<string, bigint>();
  ofKey.set(currency, (ofKey.get(currency) ?? 0n) + minor);
  sums.set(key, ofKey);
}

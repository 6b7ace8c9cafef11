import { segmentMonths, sliceMonths } from '@backstage-itam/plugin-itam-common';
import type { CostSegment } from '@backstage-itam/plugin-itam-common';
import type { MonthlyTotals } from './monthlyTotals';
import type { Shift, Shifts } from './Shifts';
import { unallocatedKey } from './unallocatedKey';
import { monthsInWindow } from './window';

const same = (nodeKey: string) => nodeKey;

/**
 * Adds what a segment means for the nodes it came under, and takes it away
 * from those it came out from under. Nodes above both stay untouched, as do
 * the estate, the record itself, its supplier, class and cost centre.
 *
 * @param isMoved - Whether a service moves with its segments
 */
export function contributeMove(
  totals: MonthlyTotals,
  segment: CostSegment,
  shifts: Shifts,
  windowStart: number,
  isMoved: (serviceRef: string) => boolean,
): void {
  const shown = monthsInWindow(segment, windowStart);
  if (!shown) {
    return;
  }
  const { from, toExclusive } = shown;
  const { view, certainty, category, currency } = segment;
  const shift = (
    basis: 'used' | 'owned',
    { gained, lost }: Shift,
    keyOf: (nodeKey: string) => string,
    months: readonly bigint[],
  ) => {
    const add = (node: string, sign: 1n | -1n) =>
      totals.add(
        { nodeKey: keyOf(node), view, basis, certainty, category, currency },
        months,
        sign,
        from - windowStart,
      );
    lost.forEach(node => add(node, -1n));
    gained.forEach(node => add(node, 1n));
  };

  const owner =
    segment.ownerRef === null ? undefined : shifts.ofOwner(segment.ownerRef);
  if (owner) {
    shift('owned', owner, same, segmentMonths(segment, from, toExclusive));
  }
  for (const slice of segment.slices) {
    const monthsOf = () => sliceMonths(segment, slice, from, toExclusive);
    if (slice.serviceRef === null) {
      if (owner) {
        shift('owned', owner, unallocatedKey, monthsOf());
      }
      continue;
    }
    const service =
      isMoved(slice.serviceRef) && shifts.ofService(slice.serviceRef);
    if (service) {
      shift('used', service, same, monthsOf());
    }
  }
}

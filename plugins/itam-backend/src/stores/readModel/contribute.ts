import { sliceMonths, segmentMonths } from '@backstage-itam/plugin-itam-common';
import type { CostSegment } from '@backstage-itam/plugin-itam-common';
import type { MonthlyTotals } from './monthlyTotals';
import type { Topology } from './topology';
import { unallocatedKey } from './unallocatedKey';
import { monthsInWindow } from './window';

/**
 * Adds what a segment means for every node above it to the totals; takes it
 * away when `sign` is −1n. Views and certainties have rows of their own.
 */
export function contribute(
  totals: Pick<MonthlyTotals, 'add'>,
  segment: CostSegment,
  topology: Topology,
  windowStart: number,
  sign: 1n | -1n,
): void {
  const { view, certainty, category, currency } = segment;
  const shown = monthsInWindow(segment, windowStart);
  if (!shown) {
    return;
  }
  const { from, toExclusive } = shown;
  const add = (
    basis: 'used' | 'owned',
    nodeKey: string,
    months: readonly bigint[],
  ) =>
    totals.add(
      { nodeKey, view, basis, certainty, category, currency },
      months,
      sign,
      from - windowStart,
    );

  const owned = ownedKeys(segment, topology);
  const whole = segmentMonths(segment, from, toExclusive);
  if (whole.some(month => month !== 0n)) {
    add('used', 'all', whole);
    add('owned', 'all', whole);
    for (const nodeKey of owned) {
      add('owned', nodeKey, whole);
    }
  }
  for (const slice of segment.slices) {
    const months = sliceMonths(segment, slice, from, toExclusive);
    if (slice.serviceRef === null) {
      add('used', 'unallocated', months);
      for (const nodeKey of owned) {
        add('owned', unallocatedKey(nodeKey), months);
      }
    } else {
      for (const nodeKey of topology.serviceKeys(slice.serviceRef)) {
        add('used', nodeKey, months);
      }
    }
  }
}

/** The nodes that own a segment, apart from the estate as a whole. */
function ownedKeys(segment: CostSegment, topology: Topology): string[] {
  const keys = [segment.recordRef];
  if (segment.ownerRef === null) {
    keys.push('unowned');
  } else {
    keys.push(...topology.ownerKeys(segment.ownerRef));
  }
  if (segment.vendor !== null) {
    keys.push(`supplier:${segment.vendor}`);
  }
  if (segment.assetClass !== null) {
    keys.push(`class:${segment.assetClass}`);
  }
  if (segment.costCenter !== null) {
    keys.push(`cost-center:${segment.costCenter}`);
  }
  return keys;
}

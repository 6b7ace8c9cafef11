import type { CostSegment } from '@backstage-itam/plugin-itam-common';
import { byCodeUnit } from '../../database/text';

/**
 * Whether two lists hold the same segments in the same order.
 */
export function sameSegments(
  a: readonly CostSegment[],
  b: readonly CostSegment[],
): boolean {
  return (
    a.length === b.length &&
    a.every((segment, index) => fingerprint(segment) === fingerprint(b[index]))
  );
}

function fingerprint(segment: CostSegment): string {
  const { slices, ...scalars } = segment;
  return JSON.stringify([
    Object.entries(scalars)
      .sort(([x], [y]) => byCodeUnit(x, y))
      .map(([key, value]) => [
        key,
        typeof value === 'bigint' ? String(value) : value,
      ]),
    slices.map(({ serviceRef, lo, hi }) => [serviceRef, lo, hi]),
  ]);
}

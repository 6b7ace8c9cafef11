import type { AuditItemEntry } from '@backstage-itam/plugin-itam-common';
import type { SeenItem } from './seenItems';

/** How far an audit is. */
export interface Progress {
  expected: number;
  /** At their place or another one. */
  found: number;
  counts: Record<AuditItemEntry['outcome'], number>;
}

/** Counts items as they were seen. */
export function progressOf(items: readonly SeenItem[]): Progress {
  const counts = {
    pending: 0,
    found: 0,
    'not-found': 0,
    elsewhere: 0,
    unexpected: 0,
  };
  for (const { item } of items) {
    counts[item.outcome] += 1;
  }
  return {
    expected: items.length - counts.unexpected,
    found: counts.found + counts.elsewhere,
    counts,
  };
}

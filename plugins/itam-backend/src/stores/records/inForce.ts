import type { Dated } from '@backstage-itam/plugin-itam-common';

/**
 * The value in force on an ISO calendar date; undefined when none has started.
 */
export function valueOn<T>(
  entries: readonly Dated<T>[],
  date: string,
): T | undefined {
  let value: T | undefined;
  for (const entry of entries) {
    if (entry.from === null || entry.from <= date) {
      value = entry.value;
    }
  }
  return value;
}

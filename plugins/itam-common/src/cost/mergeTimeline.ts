import type { PlainDate } from '../values';
import type { Dated } from './types';

/**
 * A value as declared: one for now, or a list with dates.
 */
export type Stated<T> = { plain: T } | { dated: Dated<T>[] };

/**
 * Adds what was declared to a timeline.
 *
 * The result is sorted, its first entry has `from: null`, and no two entries
 * that follow each other have the same value. `nobody` is the value before
 * the first date of a written-out list that starts later.
 */
export function mergeTimeline<T>(
  previous: readonly Dated<T>[] | undefined,
  stated: Stated<T>,
  deliveredOn: PlainDate,
  same: (a: T, b: T) => boolean,
  nobody: T,
): Dated<T>[] {
  if ('dated' in stated && stated.dated.length > 0) {
    const written = sorted(stated.dated);
    const first = written[0].from;
    const kept =
      first === null ? [] : previous?.filter(entry => isBefore(entry, first));
    const before = kept?.length ? kept : [{ from: null, value: nobody }];
    return compact(first === null ? written : [...before, ...written], same);
  }
  const value = 'plain' in stated ? stated.plain : nobody;
  if (!previous?.length) {
    return [{ from: null, value }];
  }
  const kept = previous.filter(entry => isBefore(entry, deliveredOn));
  return compact([...kept, { from: deliveredOn, value }], same);
}

function isBefore<T>(entry: Dated<T>, date: PlainDate): boolean {
  return entry.from === null || entry.from < date;
}

function sorted<T>(entries: readonly Dated<T>[]): Dated<T>[] {
  return [...entries].sort((a, b) => {
    if (a.from === b.from) {
      return 0;
    }
    return (a.from ?? '') < (b.from ?? '') ? -1 : 1;
  });
}

/** Drops entries without a change; the last of one date wins. */
function compact<T>(
  entries: readonly Dated<T>[],
  same: (a: T, b: T) => boolean,
): Dated<T>[] {
  const result: Dated<T>[] = [];
  entries.forEach((entry, index) => {
    if (entries[index + 1]?.from === entry.from && index + 1 < entries.length) {
      return;
    }
    const last = result[result.length - 1];
    if (!last || !same(last.value, entry.value)) {
      result.push(entry);
    }
  });
  return result;
}

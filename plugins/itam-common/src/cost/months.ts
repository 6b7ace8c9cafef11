import { monthOf, type MonthIndex } from '../values';
import type { Dated } from './types';

/**
 * The value in force in a month: a month belongs wholly to the state of its
 * last day, so an entry counts from the month it starts in.
 * @public
 */
export function valueInMonth<T>(
  entries: readonly Dated<T>[],
  month: MonthIndex,
): T | undefined {
  let value: T | undefined;
  for (const entry of entries) {
    if (entry.from !== null && monthOf(entry.from) > month) {
      break;
    }
    value = entry.value;
  }
  return value;
}

/**
 * The months from which a new value counts.
 * @public
 */
export function changeMonths<T>(entries: readonly Dated<T>[]): MonthIndex[] {
  return entries.flatMap(({ from }) => (from === null ? [] : [monthOf(from)]));
}

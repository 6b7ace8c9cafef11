/**
 * A half-open range [from, toExclusive) of month, day or unit numbers.
 * @public
 */
export interface Interval {
  /** First number of the range. */
  from: number;
  /** First number after the range. */
  toExclusive: number;
}

/**
 * What two ranges have in common; undefined when nothing.
 * @public
 */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const from = Math.max(a.from, b.from);
  const toExclusive = Math.min(a.toExclusive, b.toExclusive);
  return from < toExclusive ? { from, toExclusive } : undefined;
}

/**
 * Merges ranges that touch or overlap; the result is sorted and disjoint.
 * @public
 */
export function unite(ranges: readonly Interval[]): Interval[] {
  const united: Interval[] = [];
  const sorted = ranges
    .filter(range => range.from < range.toExclusive)
    .sort((a, b) => a.from - b.from);
  for (const range of sorted) {
    const last = united[united.length - 1];
    if (last && range.from <= last.toExclusive) {
      last.toExclusive = Math.max(last.toExclusive, range.toExclusive);
    } else {
      united.push({ ...range });
    }
  }
  return united;
}

/**
 * The parts of a range that none of the others cover, in order.
 * @public
 */
export function subtract(
  range: Interval,
  others: readonly Interval[],
): Interval[] {
  const rest: Interval[] = [];
  let from = range.from;
  for (const other of unite(others)) {
    if (other.toExclusive <= from || other.from >= range.toExclusive) {
      continue;
    }
    if (other.from > from) {
      rest.push({ from, toExclusive: other.from });
    }
    from = other.toExclusive;
  }
  if (from < range.toExclusive) {
    rest.push({ from, toExclusive: range.toExclusive });
  }
  return rest;
}

/**
 * Splits a list into runs of at most `size` items, since both engines limit
 * the number of parameters of a statement.
 */
export function batchesOf<T>(items: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < items.length; start += size) {
    batches.push(items.slice(start, start + size));
  }
  return batches;
}

/**
 * Splits a list into runs of at most `size` items, since both engines limit
 * the number of parameters of a statement.
 */
export function batchesOf<T>(items: readonly T[], size: number): T[][] {
  return [...batchesFrom(items, size)];
}

/** Runs of at most `size` items, of which one at a time is held. */
export function* batchesFrom<T>(
  items: Iterable<T>,
  size: number,
): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}

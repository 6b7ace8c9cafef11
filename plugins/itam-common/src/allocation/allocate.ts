/**
 * What each key receives.
 * @public
 */
export interface Allocated<K extends string = string> {
  /** The key as it was given. */
  key: K;
  /** Its part of the total, in the unit of the total. */
  amount: bigint;
}

/**
 * Splits a total over weights without losing a unit.
 *
 * Each key gets the whole part of its exact share; the units left over go to
 * the largest remainders, ties in key order. Works on the magnitude, so that
 * −100 splits like 100. The result is in the order given and sums to the total
 * exactly. Throws RangeError when a weight is negative, and when a total is to
 * be split but all weights are zero.
 * @public
 */
export function allocate<K extends string>(
  total: bigint,
  weights: readonly { key: K; weight: bigint }[],
): Allocated<K>[] {
  if (weights.some(({ weight }) => weight < 0n)) {
    throw new RangeError('A weight must not be negative');
  }
  const weightTotal = weights.reduce((sum, { weight }) => sum + weight, 0n);
  if (weightTotal === 0n) {
    if (total !== 0n) {
      throw new RangeError('Nothing to allocate to: all weights are zero');
    }
    return weights.map(({ key }) => ({ key, amount: 0n }));
  }
  const magnitude = total < 0n ? -total : total;
  const parts = weights.map(({ key, weight }, index) => ({
    index,
    key,
    whole: (magnitude * weight) / weightTotal,
    rest: (magnitude * weight) % weightTotal,
  }));
  let left = magnitude - parts.reduce((sum, part) => sum + part.whole, 0n);
  const byRemainder = [...parts].sort(
    (a, b) =>
      compareBigInt(b.rest, a.rest) ||
      compareText(a.key, b.key) ||
      a.index - b.index,
  );
  for (const part of byRemainder) {
    if (left === 0n) {
      break;
    }
    part.whole += 1n;
    left -= 1n;
  }
  return parts.map(({ key, whole }) => ({
    key,
    amount: total < 0n ? -whole : whole,
  }));
}

function compareBigInt(a: bigint, b: bigint): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function compareText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

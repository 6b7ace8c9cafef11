import type { CostSlice, ServiceShare } from '../cost/types';
import { allocate } from './allocate';
import { byRef, WHOLE_BASIS_POINTS } from './shares';

/**
 * Slices that tile [0, weightTotal) in ref order, the unallocated one last.
 * @public
 */
export interface SlicedWeights {
  /** Sum of the weights of all slices, at least 1. */
  weightTotal: number;
  /** In ref order; together they cover every weight once. */
  slices: CostSlice[];
}

/**
 * The limit of units × weightTotal that keeps the slice formula inside 64-bit
 * integers.
 * @public
 */
export const MAX_UNITS_TIMES_WEIGHT = 2_000_000_000;

/**
 * The slices of a record with these shares; weights are basis points.
 *
 * What the shares leave open becomes the unallocated slice (`serviceRef`
 * null), always the last one.
 * @public
 */
export function slicesOf(shares: readonly ServiceShare[]): SlicedWeights {
  const slices: CostSlice[] = [];
  let at = 0;
  for (const { ref, basisPoints } of [...shares].sort(byRef)) {
    slices.push({ serviceRef: ref, lo: at, hi: at + basisPoints });
    at += basisPoints;
  }
  if (at < WHOLE_BASIS_POINTS) {
    slices.push({ serviceRef: null, lo: at, hi: WHOLE_BASIS_POINTS });
  }
  return { weightTotal: WHOLE_BASIS_POINTS, slices };
}

/** Sorts behind every ref. */
const UNALLOCATED_KEY = '\uffff';

/**
 * Weights are scaled as if a cost ran this long, at least, so that a charge
 * without an end keeps its slices while its known months grow.
 */
const LONG_RUN_UNITS = 240;

/**
 * Slices of arbitrary weights per service (null: unallocated), reduced to the
 * smallest whole numbers in the same proportion.
 *
 * Only when even those exceed {@link MAX_UNITS_TIMES_WEIGHT} for the number of
 * units (240 at least), weights are rounded to the finest scale that fits, by
 * largest remainder. Without any positive weight all is unallocated.
 * @public
 */
export function slicesOfWeights(
  weights: ReadonlyMap<string | null, bigint>,
  units: number,
): SlicedWeights {
  const positive = [...weights]
    .filter(([, weight]) => weight > 0n)
    .map(([service, weight]) => ({ key: service ?? UNALLOCATED_KEY, weight }))
    .sort((a, b) => byRef({ ref: a.key }, { ref: b.key }));
  if (positive.length === 0) {
    return { weightTotal: 1, slices: [{ serviceRef: null, lo: 0, hi: 1 }] };
  }
  const divisor = positive.reduce((d, { weight }) => gcd(d, weight), 0n);
  let scaled = positive.map(({ key, weight }) => ({
    key,
    amount: weight / divisor,
  }));
  const total = scaled.reduce((sum, { amount }) => sum + amount, 0n);
  const scaledUnits = Math.max(units, LONG_RUN_UNITS);
  const limit = BigInt(Math.floor(MAX_UNITS_TIMES_WEIGHT / scaledUnits));
  if (total > limit) {
    scaled = allocate(limit, positive).filter(({ amount }) => amount > 0n);
  }
  const slices: CostSlice[] = [];
  let at = 0;
  for (const { key, amount } of scaled) {
    const hi = at + Number(amount);
    slices.push({
      serviceRef: key === UNALLOCATED_KEY ? null : key,
      lo: at,
      hi,
    });
    at = hi;
  }
  return { weightTotal: at, slices };
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) {
    [x, y] = [y, x % y];
  }
  return x;
}

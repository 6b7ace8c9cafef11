import type { ServiceShareSpec } from '../entities/types';
import type { ServiceShare } from '../cost/types';
import { ratioFromNumber, timesRatio } from '../values';
import { allocate } from './allocate';

/**
 * The whole of a record in basis points.
 * @public
 */
export const WHOLE_BASIS_POINTS = 10_000;

/**
 * Shares that are no valid split of a whole.
 * @public
 */
export class InvalidSharesError extends Error {
  /** The rule that is broken, and the service that breaks it. */
  readonly facts: {
    rule: 'not-positive' | 'above-whole' | 'twice';
    ref: string;
  };

  constructor(facts: InvalidSharesError['facts']) {
    super(`Shares of services are invalid at ${facts.ref}: ${facts.rule}`);
    this.name = 'InvalidSharesError';
    this.facts = facts;
  }
}

/**
 * Turns percents as people write them into basis points, in ref order.
 *
 * Services without a share split what the others leave equally, to the basis
 * point, leftovers in ref order. What is left when all have a share stays
 * unallocated. A service for which nothing is left is not listed. Throws
 * {@link InvalidSharesError} for shares that are not positive, above 100 in
 * sum, or name a service twice.
 * @public
 */
export function sharesFromSpec(
  services: readonly ServiceShareSpec[],
): ServiceShare[] {
  const shares: ServiceShare[] = [];
  const open: string[] = [];
  const seen = new Set<string>();
  let given = 0;
  for (const { ref, share } of services) {
    if (seen.has(ref)) {
      throw new InvalidSharesError({ rule: 'twice', ref });
    }
    seen.add(ref);
    if (share === undefined) {
      open.push(ref);
      continue;
    }
    const basisPoints = basisPointsOf(share);
    if (!(basisPoints > 0)) {
      throw new InvalidSharesError({ rule: 'not-positive', ref });
    }
    given += basisPoints;
    if (given > WHOLE_BASIS_POINTS) {
      throw new InvalidSharesError({ rule: 'above-whole', ref });
    }
    shares.push({ ref, basisPoints });
  }
  const rest = allocate(
    open.length ? BigInt(WHOLE_BASIS_POINTS - given) : 0n,
    open.map(key => ({ key, weight: 1n })),
  );
  for (const { key, amount } of rest) {
    if (amount > 0n) {
      shares.push({ ref: key, basisPoints: Number(amount) });
    }
  }
  return shares.sort(byRef);
}

function basisPointsOf(percent: number): number {
  if (!Number.isFinite(percent) || percent < 1e-6) {
    return 0;
  }
  return Number(timesRatio(100n, ratioFromNumber(percent), 'half-up'));
}

/**
 * Orders by ref in code-unit order, the same on every machine and locale.
 * @public
 */
export function byRef(a: { ref: string }, b: { ref: string }): number {
  if (a.ref === b.ref) {
    return 0;
  }
  return a.ref < b.ref ? -1 : 1;
}

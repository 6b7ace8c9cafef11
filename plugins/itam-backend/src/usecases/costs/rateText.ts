import type { Ratio } from '@backstage-itam/plugin-itam-common';

/**
 * A rate as decimal text, with the decimals it was published with.
 *
 * Throws RangeError for a fraction that no decimal number is exactly.
 */
export function rateText({ numerator, denominator }: Ratio): string {
  const decimals = decimalsOf(denominator);
  const scaled = (numerator * 10n ** BigInt(decimals)) / denominator;
  if (decimals === 0) {
    return String(scaled);
  }
  const digits = String(scaled).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The least number of decimals that holds every fraction of a denominator. */
function decimalsOf(denominator: bigint): number {
  let rest = denominator;
  const take = (factor: bigint) => {
    let times = 0;
    while (rest % factor === 0n) {
      rest /= factor;
      times += 1;
    }
    return times;
  };
  const decimals = Math.max(take(2n), take(5n));
  if (rest !== 1n) {
    throw new RangeError('The rate is no decimal number');
  }
  return decimals;
}

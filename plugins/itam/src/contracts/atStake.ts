import {
  type AmountJson,
  formatAmount,
  minorOf,
  type RenewalEntry,
} from '@backstage-itam/plugin-itam-common';

/**
 * What the next terms of renewals are expected to cost together, per currency
 * in the order the register answers its totals.
 */
export function atStake(entries: readonly RenewalEntry[]): AmountJson[] {
  const sums = new Map<string, bigint>();
  for (const { nextAmount } of entries) {
    if (nextAmount) {
      const { amount, currency } = nextAmount;
      sums.set(
        currency,
        (sums.get(currency) ?? 0n) + minorOf(amount, currency),
      );
    }
  }
  return [...sums]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([currency, minor]) => ({
      currency,
      amount: formatAmount(minor, currency),
    }));
}

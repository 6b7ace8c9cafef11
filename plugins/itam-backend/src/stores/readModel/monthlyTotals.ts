import { WINDOW_MONTHS } from './packedMonths';

/**
 * Which row of the read model a figure belongs to.
 */
export interface TotalKey {
  basis: 'used' | 'owned';
  nodeKey: string;
  category: string;
  currency: string;
}

/**
 * One row of the read model: minor units per month of the window.
 */
export interface MonthlyTotal extends TotalKey {
  months: bigint[];
}

/**
 * Sums of months per key; what a change adds to the read model, or the whole
 * of it.
 */
export class MonthlyTotals {
  readonly #totals = new Map<string, MonthlyTotal>();

  /** Adds months, times −1 when `sign` is −1n. */
  add(key: TotalKey, months: readonly bigint[], sign: 1n | -1n): void {
    const text = keyText(key);
    let total = this.#totals.get(text);
    if (!total) {
      total = { ...key, months: new Array(WINDOW_MONTHS).fill(0n) };
      this.#totals.set(text, total);
    }
    const sums = total.months;
    months.forEach((month, index) => {
      if (month !== 0n) {
        sums[index] += sign * month;
      }
    });
  }

  /** Rows with any figure other than zero, in the order they are locked in. */
  nonZero(): MonthlyTotal[] {
    return [...this.#totals]
      .filter(([, total]) => total.months.some(month => month !== 0n))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, total]) => total);
  }
}

/**
 * A key as one text, unique per key.
 */
export function keyText(key: TotalKey): string {
  return [key.basis, key.nodeKey, key.category, key.currency].join('\u0000');
}

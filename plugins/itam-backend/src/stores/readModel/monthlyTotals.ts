import type {
  CostCategory,
  CostCertainty,
  CostView,
} from '@backstage-itam/plugin-itam-common';
import { ZeroMonths } from './ZeroMonths';

/**
 * Which row of the read model a figure belongs to.
 */
export interface TotalKey {
  nodeKey: string;
  view: CostView;
  basis: 'used' | 'owned';
  certainty: CostCertainty;
  category: CostCategory;
  currency: string;
}

/**
 * Names of the columns of {@link TotalKey}, in the order of the primary key.
 */
export const totalKeyColumns = [
  'node_key',
  'view',
  'basis',
  'certainty',
  'category',
  'currency',
] as const;

/** A row of the read model, as the driver gives it. */
export type TotalRow = Record<(typeof totalKeyColumns)[number], string> & {
  months: unknown;
};

/**
 * One row of the read model: minor units per month of the window, in the 64
 * bits the databases give them.
 */
export interface MonthlyTotal extends TotalKey {
  months: BigInt64Array;
}

/**
 * Sums of months per key; what a change adds to the read model, or the whole
 * of it.
 */
export class MonthlyTotals {
  readonly #totals = new Map<string, MonthlyTotal>();
  readonly #zeros = new ZeroMonths();

  /**
   * Adds months, times −1 when `sign` is −1n. Throws a `RangeError` when a sum
   * would not fit 64 bits.
   *
   * @param fromIndex - Which month of the window the first one is
   */
  add(
    key: TotalKey,
    months: ArrayLike<bigint>,
    sign: 1n | -1n,
    fromIndex = 0,
  ): void {
    const text = keyText(key);
    let total = this.#totals.get(text);
    if (!total) {
      const { nodeKey, view, basis, certainty, category, currency } = key;
      total = {
        nodeKey,
        view,
        basis,
        certainty,
        category,
        currency,
        months: this.#zeros.next(),
      };
      this.#totals.set(text, total);
    }
    addMonths(total.months, months, sign, fromIndex);
  }

  /** Rows with any figure other than zero, in any order. */
  *inAnyOrder(): Generator<MonthlyTotal> {
    for (const total of this.#totals.values()) {
      if (isNonZero(total)) {
        yield total;
      }
    }
  }

  /** Rows with any figure other than zero, in the order they are locked in. */
  nonZero(): MonthlyTotal[] {
    return [...this.#totals]
      .filter(([, total]) => isNonZero(total))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, total]) => total);
  }
}

function isNonZero({ months }: MonthlyTotal): boolean {
  return months.some(month => month !== 0n);
}

/**
 * Adds months to sums, times −1 when `sign` is −1n. Throws a `RangeError` when
 * a sum would not fit 64 bits.
 *
 * Arithmetic of 64 bits is done without allocating a number per month, of which
 * a rebuild adds tens of millions.
 */
export function addMonths(
  sums: BigInt64Array,
  months: ArrayLike<bigint>,
  sign: 1n | -1n,
  fromIndex = 0,
): void {
  for (let index = 0; index < months.length; index++) {
    const before = sums[fromIndex + index];
    const month = BigInt.asIntN(64, sign * months[index]);
    const after = BigInt.asIntN(64, before + month);
    // Both summands have the sign that the sum has not.
    if (((before ^ after) & (month ^ after)) < 0n) {
      throw new RangeError('A month of the read model is beyond 64 bits');
    }
    sums[fromIndex + index] = after;
  }
}

/**
 * A key as one text, unique per key. Rows are locked and written in the order
 * of these texts.
 */
export function keyText(key: TotalKey): string {
  const { nodeKey, view, basis, certainty, category, currency } = key;
  return `${nodeKey}\u0000${view}\u0000${basis}\u0000${certainty}\u0000${category}\u0000${currency}`;
}

/**
 * The {@link keyText} of a stored row.
 */
export function keyTextOfRow(row: TotalRow): string {
  return totalKeyColumns.map(column => row[column]).join('\u0000');
}

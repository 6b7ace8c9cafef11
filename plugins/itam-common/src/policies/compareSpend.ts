import type { MonthIndex } from '../values';

/**
 * Money of a month in one currency, in minor units.
 * @public
 */
export interface MonthlyMoney {
  /** Calendar month. */
  month: MonthIndex;
  /** ISO 4217 code. */
  currency: string;
  /** Minor units of the currency; negative for what came back. */
  minor: bigint;
}

/**
 * What is spent with a supplier in one currency, beside what its records
 * charge, both in minor units.
 * @public
 */
export interface SpendComparison {
  /** ISO 4217 code. */
  currency: string;
  /** By the entries of spend. */
  spentMinor: bigint;
  /** By the records of the supplier, in the invoiced view. */
  chargedMinor: bigint;
}

/**
 * A {@link SpendComparison} of one month.
 * @public
 */
export interface SpendMonth extends SpendComparison {
  /** Calendar month. */
  month: MonthIndex;
}

/**
 * Sets spend beside charges, for each currency that something is spent in.
 *
 * Charges count from the month before the first entry of the currency to the
 * month after its last: a ledger books an invoice some weeks early or late.
 * @public
 */
export function compareSpend(
  spent: readonly MonthlyMoney[],
  charged: readonly MonthlyMoney[],
): SpendComparison[] {
  return spansOf(spent).map(({ currency, lines, from, to }) => ({
    currency,
    spentMinor: sum(lines),
    chargedMinor: sum(
      charged.filter(
        one =>
          one.currency === currency && one.month >= from && one.month <= to,
      ),
    ),
  }));
}

/**
 * The same month by month, the newest first: each month that something is
 * spent or charged in.
 * @public
 */
export function spendMonths(
  spent: readonly MonthlyMoney[],
  charged: readonly MonthlyMoney[],
): SpendMonth[] {
  return spansOf(spent).flatMap(({ currency, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, index) => {
      const month = to - index;
      const ofMonth = (all: readonly MonthlyMoney[]) =>
        sum(
          all.filter(one => one.month === month && one.currency === currency),
        );
      return {
        month,
        currency,
        spentMinor: ofMonth(spent),
        chargedMinor: ofMonth(charged),
      };
    }).filter(
      ({ spentMinor, chargedMinor }) =>
        spentMinor !== 0n || chargedMinor !== 0n,
    ),
  );
}

/** The months that charges of each currency are looked for in. */
function spansOf(spent: readonly MonthlyMoney[]) {
  const currencies = [...new Set(spent.map(({ currency }) => currency))].sort();
  return currencies.map(currency => {
    const lines = spent.filter(one => one.currency === currency);
    const months = lines.map(({ month }) => month);
    return {
      currency,
      lines,
      from: Math.min(...months) - 1,
      to: Math.max(...months) + 1,
    };
  });
}

function sum(amounts: readonly MonthlyMoney[]): bigint {
  return amounts.reduce((total, { minor }) => total + minor, 0n);
}

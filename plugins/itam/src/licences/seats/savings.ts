import {
  type AmountJson,
  formatAmount,
  minorOf,
} from '@backstage-itam/plugin-itam-common';

const MONTHS_OF_A_YEAR = 12;

/** What seats cost together. */
export interface Savings {
  month: AmountJson;
  year: AmountJson;
}

/** What so many seats cost at a price per seat and month. */
export function savingsOf(unitPrice: AmountJson, seats: number): Savings {
  const { amount, currency } = unitPrice;
  const month = minorOf(amount, currency) * BigInt(seats);
  const json = (minor: bigint) => ({
    amount: formatAmount(minor, currency),
    currency,
  });
  return { month: json(month), year: json(month * BigInt(MONTHS_OF_A_YEAR)) };
}

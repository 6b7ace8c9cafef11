import { monthText } from '@backstage-itam/plugin-itam-common';

/** Currencies and months (indices) without a rate, as text. */
export function renderMissingRates(
  missing: ReadonlyMap<string, readonly number[]>,
): { currency: string; months: string[] }[] {
  return [...missing].map(([currency, months]) => ({
    currency,
    months: months.map(monthText),
  }));
}

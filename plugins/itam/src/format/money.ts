import { isDecimalText } from './decimalText';

/** As many as every browser can write. */
const MOST_DECIMALS = 20;

/**
 * Writes a decimal text as money of a currency in the reader's locale.
 *
 * The text goes to the formatter as it is, never through a number, so that
 * every digit the register sent is shown.
 */
export function formatMoney(
  amount: string,
  currency: string,
  locale: string,
): string {
  if (!isDecimalText(amount)) {
    return `${amount} ${currency}`;
  }
  const decimals = amount.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount);
}

/**
 * Writes an exchange rate as money of its currency: every decimal it was
 * published with, and no fewer than the currency has.
 */
export function formatRate(
  units: string,
  currency: string,
  locale: string,
): string {
  if (!isDecimalText(units)) {
    return `${units} ${currency}`;
  }
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    maximumFractionDigits: MOST_DECIMALS,
  }).format(units);
}

/**
 * Writes money in few characters, for axes only: `€12.5K`.
 */
export function formatMoneyCompact(
  amount: number,
  currency: string,
  locale: string,
): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
    minimumFractionDigits: 0,
  }).format(amount);
}

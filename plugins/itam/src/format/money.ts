import { isDecimalText } from './decimalText';

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

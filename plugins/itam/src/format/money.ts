import { isDecimalText } from './decimalText';
import { MOST_DECIMALS, writeNumber } from './number';

/**
 * Writes a decimal text as money of a currency in the reader's locale.
 *
 * The text goes to the formatter as it is, never through a number, so that
 * every digit the register sent is shown. A difference is written with
 * `exceptZero`, so that more and less are told apart without colour.
 */
export function formatMoney(
  amount: string,
  currency: string,
  locale: string,
  signDisplay: 'auto' | 'exceptZero' = 'auto',
): string {
  if (!isDecimalText(amount)) {
    return `${amount} ${currency}`;
  }
  return writeNumber(amount, locale, {
    style: 'currency',
    currency,
    signDisplay,
    ...decimalsOf(amount),
  });
}

/**
 * Writes a decimal text in the reader's locale without its currency, which the
 * row or the column says; every digit the register sent is shown.
 */
export function formatFigure(amount: string, locale: string): string {
  if (!isDecimalText(amount)) {
    return amount;
  }
  return writeNumber(amount, locale, decimalsOf(amount));
}

/** As many decimals as the text has. */
function decimalsOf(amount: string) {
  const decimals = amount.split('.')[1]?.length ?? 0;
  return {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  };
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
  return writeNumber(units, locale, {
    style: 'currency',
    currency,
    maximumFractionDigits: MOST_DECIMALS,
  });
}

/** What an axis shows of amounts. */
export interface AxisRange {
  from: number;
  to: number;
}

/**
 * Writes money in few characters, for axes only: `€12.5K`. Where the whole
 * axis spans little, its ticks, which would read alike, are written out.
 */
export function formatMoneyCompact(
  amount: number,
  currency: string,
  locale: string,
  axis: AxisRange = { from: 0, to: Infinity },
): string {
  const span = axis.to - axis.from;
  if (span >= Math.max(Math.abs(axis.from), Math.abs(axis.to)) / 2) {
    return writeNumber(amount, locale, {
      style: 'currency',
      currency,
      notation: 'compact',
      maximumFractionDigits: 1,
      minimumFractionDigits: 0,
    });
  }
  return writeNumber(amount, locale, {
    style: 'currency',
    currency,
    ...(span < 10 ? {} : { maximumFractionDigits: 0 }),
  });
}

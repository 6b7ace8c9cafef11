import { isDecimalText } from './decimalText';
import { writeNumber } from './number';

/**
 * Writes a decimal text that already is a percentage: `4.1` becomes `4.1%`, or
 * `4.10%` with two decimals at least, as columns of figures need them.
 */
export function formatPercent(
  percent: string,
  locale: string,
  decimals = 0,
): string {
  if (!isDecimalText(percent)) {
    return percent;
  }
  return writeNumber(percent, locale, {
    style: 'unit',
    unit: 'percent',
    minimumFractionDigits: decimals,
    maximumFractionDigits: 2,
  });
}

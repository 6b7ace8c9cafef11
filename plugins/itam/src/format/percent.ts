import { isDecimalText } from './decimalText';

/**
 * Writes a decimal text that already is a percentage: `4.1` becomes `4.1%`.
 */
export function formatPercent(percent: string, locale: string): string {
  if (!isDecimalText(percent)) {
    return percent;
  }
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'percent',
    maximumFractionDigits: 2,
  }).format(percent);
}

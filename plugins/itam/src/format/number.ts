/** As many as every browser can write. */
export const MOST_DECIMALS = 20;

/**
 * Writes a number in the reader's locale with a real minus sign, which is as
 * wide as a plus sign and is not taken for a dash. Decimal texts keep every
 * digit.
 */
export function writeNumber(
  value: number | Intl.StringNumericLiteral,
  locale: string,
  options: Intl.NumberFormatOptions = {},
): string {
  return new Intl.NumberFormat(locale, options)
    .format(value)
    .replace('-', '\u2212');
}

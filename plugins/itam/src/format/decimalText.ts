const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * Whether a text is a plain decimal, as amounts and percents arrive.
 */
export function isDecimalText(text: string): text is `${number}` {
  return DECIMAL.test(text);
}

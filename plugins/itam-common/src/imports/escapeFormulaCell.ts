/**
 * What makes a spreadsheet take a cell for a formula, also in full-width
 * letters and behind blanks; with the apostrophes that were put before it.
 */
const FORMULA_START = /^'*\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
/** Looks like one, and is none. */
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * A cell as it is written to CSV, so that no spreadsheet runs it: an
 * apostrophe goes before what looks like a formula, and before one more
 * apostrophe where such a cell has them already. Plain numbers such as -5.00
 * stay numbers.
 *
 * {@link unescapeFormulaCell} takes exactly that back.
 * @public
 */
export function escapeFormulaCell(cell: string): string {
  return FORMULA_START.test(cell) && !PLAIN_NUMBER.test(cell)
    ? `'${cell}`
    : cell;
}

/**
 * A cell as it was before it was escaped for CSV; any other as it is.
 * @public
 */
export function unescapeFormulaCell(cell: string): string {
  return cell.startsWith("'") && FORMULA_START.test(cell)
    ? cell.slice(1)
    : cell;
}

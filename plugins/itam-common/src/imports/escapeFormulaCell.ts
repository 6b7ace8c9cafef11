/** What makes a spreadsheet take a cell for a formula. */
const FORMULA_START = /^'*[=+\-@\t\r]/;

/**
 * A cell as it is written to CSV, so that no spreadsheet runs it: an
 * apostrophe goes before what looks like a formula, and before one more
 * apostrophe where such a cell has them already.
 *
 * {@link unescapeFormulaCell} takes exactly that back.
 * @public
 */
export function escapeFormulaCell(cell: string): string {
  return FORMULA_START.test(cell) ? `'${cell}` : cell;
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

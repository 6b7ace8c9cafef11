import { stringify } from 'csv-stringify/sync';

const NUMBER = /^-?\d+(\.\d+)?$/;
/** What spreadsheets take for a formula, also in full-width letters. */
const FORMULA = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * One or more CSV rows (RFC 4180), ended by a line break.
 *
 * Cells that a spreadsheet would take for a formula get a leading apostrophe;
 * plain numbers such as -5.00 stay numbers.
 */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map(row => row.map(inertCell)),
    // Either half of the line break breaks a row for some readers.
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}

function inertCell(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

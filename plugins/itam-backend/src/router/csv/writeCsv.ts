import { escapeFormulaCell } from '@backstage-itam/plugin-itam-common';
import { stringify } from 'csv-stringify/sync';

/**
 * One or more CSV rows (RFC 4180), ended by a line break.
 *
 * Cells that a spreadsheet would take for a formula get a leading apostrophe;
 * plain numbers such as -5.00 stay numbers.
 */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map(row => row.map(escapeFormulaCell)),
    // Either half of the line break breaks a row for some readers.
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}

/**
 * A cell of a spreadsheet. CSV has text only; workbooks know numbers and
 * dates, which need no declared format to be read.
 */
export type SheetCell = string | number | { date: string };

/** A row of a spreadsheet. */
export interface SheetRow {
  /** Line of the file on which it begins, or row of the sheet, from 1. */
  line: number;
  cells: readonly SheetCell[];
}

/** Kinds of files that rows are read from. */
export type SheetFileType = 'csv' | 'tsv' | 'xlsx';

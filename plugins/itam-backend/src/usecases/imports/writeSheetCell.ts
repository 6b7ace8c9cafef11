import type { ImportDateFormat } from '@backstage-itam/plugin-itam-common';
import type { SheetCell } from '../../spreadsheets/sheetRow';
import type { ImportSettings } from '../../stores/imports/storedImport';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAY_MS = 86_400_000;
/** Day 0 of the serial numbers that workbooks count days by. */
const SERIAL_START: ReadonlyMap<ImportDateFormat, string> = new Map([
  ['excel-serial', '1899-12-30'],
  ['excel-serial-1904', '1904-01-01'],
]);

/**
 * A cell as text in the formats declared for its file, so that dates and
 * numbers a workbook knows as such are read as what they are.
 */
export function writeSheetCell(
  cell: SheetCell,
  { dateFormat, decimal }: Pick<ImportSettings, 'dateFormat' | 'decimal'>,
): string {
  if (typeof cell === 'string') {
    return cell;
  }
  if (typeof cell === 'number') {
    const text = String(cell);
    return decimal === 'comma' ? text.replace('.', ',') : text;
  }
  return writeDate(cell.date, dateFormat);
}

function writeDate(date: string, format: ImportDateFormat): string {
  const start = SERIAL_START.get(format);
  if (start !== undefined) {
    return String((Date.parse(date) - Date.parse(start)) / DAY_MS);
  }
  const [year, month, day] = date.split('-');
  return format
    .replace(/ hh:mm$/, '')
    .replace('YYYY', year)
    .replace('MMM', MONTHS[Number(month) - 1])
    .replace('MM', month)
    .replace('DD', day);
}

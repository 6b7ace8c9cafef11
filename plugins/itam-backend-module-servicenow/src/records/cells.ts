import {
  sourceDay,
  sourceLine,
  sourceLines,
} from '@backstage-itam/plugin-itam-node';
import type { TableRow } from '../client/TableReader';

/** How a column becomes a cell. */
type Reading = 'shown' | 'lines' | 'day' | 'number';

/**
 * Cells of the columns a row has. What access rules hide from us is left out,
 * since it is not known to be empty.
 */
export function cellsOf(
  row: TableRow,
  columns: Readonly<
    Record<string, readonly [column: string, reading: Reading]>
  >,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([field, [column, reading]]) => {
      const cell = row.get(column);
      return cell ? [[field, readCell(cell, reading)]] : [];
    }),
  );
}

function readCell(
  { value, shown }: { value: string; shown: string },
  reading: Reading,
): string {
  switch (reading) {
    case 'day':
      return sourceDay(value);
    case 'number':
      return sourceLine(value);
    case 'lines':
      return sourceLines(shown);
    default:
      return sourceLine(shown);
  }
}

/** Cells that count only together: nothing when one of them has nothing. */
export function together(
  cells: Readonly<Record<string, string>>,
  fixed: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const names = [...Object.keys(cells), ...Object.keys(fixed)];
  const whole = Object.values(cells).every(cell => cell !== '');
  return Object.fromEntries(
    names.map(name => [name, whole ? cells[name] ?? fixed[name] : '']),
  );
}

/** What a name stands for in the configuration, whatever its case. */
export function namedIn(
  names: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const found = Object.keys(names).find(
    one => one.toLowerCase() === name.toLowerCase(),
  );
  return found === undefined ? undefined : names[found];
}

import { unescapeFormulaCell } from '@backstage-itam/plugin-itam-common';
import type { SheetRow } from './sheetRow';

/** Takes back what keeps cells from being run as formulas in CSV files. */
export async function* unescapeCells(
  rows: AsyncIterable<SheetRow>,
): AsyncGenerator<SheetRow> {
  for await (const { line, cells } of rows) {
    yield {
      line,
      cells: cells.map(cell =>
        typeof cell === 'string' ? unescapeFormulaCell(cell) : cell,
      ),
    };
  }
}

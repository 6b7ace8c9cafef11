import { setImmediate } from 'node:timers/promises';
import {
  parquetScan,
  parquetSchema,
  type FileMetaData,
  type ParquetScan,
  type SchemaTree,
} from 'hyparquet';
import type { SheetRow } from '../spreadsheets/sheetRow';
import { cellText } from './cellText';
import { checkGroup, type ParquetLimits } from './checkGroup';
import { columnKind, type ColumnKind } from './columnKind';
import { COMPRESSORS } from './compressors';
import { plainSchema } from './plainSchema';
import type { ReceivedFile } from './receiveFile';
import { orDamaged, refuseParquet } from './refuseParquet';

/** Rows whose values are in memory at a time. */
const ROWS_AT_A_TIME = 131_072;
const ROWS_BETWEEN_PAUSES = 1_000;
/** As long as a record of CSV may be. */
const CELL_AT_MOST = 1_000_000;

/** A column at the top of a file. */
export interface ParquetColumn {
  name: string;
  tree: SchemaTree;
  /** Undefined where no bill has such values. */
  kind: ColumnKind | undefined;
}

/** A column that is read, and where its cells stand. */
type ReadColumn = ParquetColumn & { kind: ColumnKind; at: number };

/** The columns at the top of a file, in its order. */
export function columnsOf(metadata: FileMetaData): ParquetColumn[] {
  return parquetSchema(metadata).children.map(tree => ({
    name: tree.element.name,
    tree,
    kind: columnKind(tree),
  }));
}

/**
 * Reads rows of these columns, one row group after the other; cells of other
 * columns are empty. Lines are numbers of rows, from 1.
 *
 * Throws InputError (400) for what is damaged, contradicts itself, or unpacks
 * to more than it may.
 */
export async function* readParquet(
  file: ReceivedFile,
  metadata: FileMetaData,
  wanted: ReadonlySet<string>,
  limits: ParquetLimits,
): AsyncGenerator<SheetRow> {
  const all = columnsOf(metadata);
  const columns = all.flatMap(({ name, tree, kind }, at) =>
    kind && wanted.has(name) ? [{ name, tree, kind, at }] : [],
  );
  const scan = await orDamaged('its footer', () =>
    parquetScan({
      file,
      metadata: plainSchema(metadata),
      columns: columns.map(({ name }) => name),
      compressors: COMPRESSORS,
      utf8: false,
      parsers: { stringFromBytes: textFromBytes },
    }),
  );
  const counted = { text: 0 };
  let first = 0;
  for (const [index, group] of metadata.row_groups.entries()) {
    const rows = Number(group.num_rows);
    const where = `row group ${index + 1}`;
    await checkGroup(file, group, columns, { where, rows, limits });
    for (let from = 0; from < rows; from += ROWS_AT_A_TIME) {
      const range = {
        rowStart: first + from,
        rowEnd: first + Math.min(rows, from + ROWS_AT_A_TIME),
      };
      const values = await readValues(scan, columns, range, where);
      for (let line = range.rowStart + 1; line <= range.rowEnd; line += 1) {
        const cells = cellsOf(columns, values, all.length, {
          row: line - range.rowStart - 1,
          line,
        });
        countText(counted, cells, line, limits);
        yield { line, cells };
        if (line % ROWS_BETWEEN_PAUSES === 0) {
          await setImmediate();
        }
      }
    }
    first += rows;
  }
}

/** The values of each column in these rows. */
async function readValues(
  scan: ParquetScan,
  columns: readonly ReadColumn[],
  range: { rowStart: number; rowEnd: number },
  where: string,
): Promise<ArrayLike<unknown>[]> {
  const rows = range.rowEnd - range.rowStart;
  const values: ArrayLike<unknown>[] = [];
  for (const { name } of columns) {
    const read = await orDamaged(`column ${name} in ${where}`, () =>
      scan.readColumn({ column: name, ...range }),
    );
    if (read.length !== rows) {
      throw refuseParquet(
        `column ${name} has ${
          read.length
        } of the ${rows} rows that ${where} says from row ${
          range.rowStart + 1
        }`,
      );
    }
    values.push(read);
    await setImmediate();
  }
  return values;
}

/** The cells of a row; those of columns that are not read are empty. */
function cellsOf(
  columns: readonly ReadColumn[],
  values: readonly ArrayLike<unknown>[],
  width: number,
  { row, line }: { row: number; line: number },
): string[] {
  const cells: string[] = Array(width).fill('');
  columns.forEach(({ name, kind, at }, column) => {
    try {
      cells[at] = cellText(kind, values[column][row]);
    } catch {
      throw refuseParquet(`row ${line}, ${name} has no value of its type`);
    }
    if (cells[at].length > CELL_AT_MOST) {
      throw refuseParquet(
        `row ${line}, ${name} has more than ${CELL_AT_MOST} characters`,
      );
    }
  });
  return cells;
}

function countText(
  counted: { text: number },
  cells: readonly string[],
  line: number,
  { textBytes }: ParquetLimits,
): void {
  for (const cell of cells) {
    counted.text += cell.length;
  }
  if (counted.text > textBytes) {
    throw refuseParquet(
      `up to row ${line} it has more than ${textBytes} bytes as text; split it`,
    );
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function textFromBytes(bytes: Uint8Array | undefined): string | undefined {
  return bytes && decoder.decode(bytes);
}

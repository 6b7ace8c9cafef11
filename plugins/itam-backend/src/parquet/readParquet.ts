import { setImmediate } from 'node:timers/promises';
import {
  parquetScan,
  parquetSchema,
  type FileMetaData,
  type SchemaTree,
} from 'hyparquet';
import type { SheetRow } from '../spreadsheets/sheetRow';
import { cellText } from './cellText';
import { checkPages } from './checkPages';
import { columnKind, type ColumnKind } from './columnKind';
import { CODECS, COMPRESSORS, isTaken } from './compressors';
import { plainSchema } from './plainSchema';
import type { ReceivedFile } from './receiveFile';
import { orDamaged, refuseParquet } from './refuseParquet';

/** Rows whose values are in memory at a time. */
const ROWS_AT_A_TIME = 131_072;
const ROWS_BETWEEN_PAUSES = 1_000;
const ROWS_OF_A_GROUP_AT_MOST = 2_000_000;
/** As long as a record of CSV may be. */
const CELL_AT_MOST = 1_000_000;

/** How much a file may unpack to. */
export interface ParquetLimits {
  /** Bytes of what is read of one row group. */
  groupBytes: number;
  /** Bytes of all that is read, as text. */
  textBytes: number;
}

/** A column at the top of a file. */
export interface ParquetColumn {
  name: string;
  tree: SchemaTree;
  /** Undefined where no bill has such values. */
  kind: ColumnKind | undefined;
}

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
  let first = 0;
  let text = 0;
  for (const [index, group] of metadata.row_groups.entries()) {
    const rows = Number(group.num_rows);
    const where = `row group ${index + 1}`;
    await checkGroup(file, group, columns, { where, rows, limits });
    for (let from = 0; from < rows; from += ROWS_AT_A_TIME) {
      const to = Math.min(rows, from + ROWS_AT_A_TIME);
      const values: ArrayLike<unknown>[] = [];
      for (const { name } of columns) {
        const read = await orDamaged(`column ${name} in ${where}`, () =>
          scan.readColumn({
            column: name,
            rowStart: first + from,
            rowEnd: first + to,
          }),
        );
        if (read.length !== to - from) {
          throw refuseParquet(
            `column ${name} has ${read.length} of the ${
              to - from
            } rows that ${where} says from row ${first + from + 1}`,
          );
        }
        values.push(read);
        await setImmediate();
      }
      for (let row = 0; row < to - from; row += 1) {
        const line = first + from + row + 1;
        const cells: string[] = Array(all.length).fill('');
        columns.forEach(({ name, kind, at }, column) => {
          cells[at] = cellText(kind, values[column][row]);
          text += cells[at].length;
          if (cells[at].length > CELL_AT_MOST) {
            throw refuseParquet(
              `row ${line}, ${name} has more than ${CELL_AT_MOST} characters`,
            );
          }
        });
        if (text > limits.textBytes) {
          throw refuseParquet(
            `up to row ${line} it has more than ${limits.textBytes} bytes as text; split it`,
          );
        }
        yield { line, cells };
        if (line % ROWS_BETWEEN_PAUSES === 0) {
          await setImmediate();
        }
      }
    }
    first += rows;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function textFromBytes(bytes: Uint8Array | undefined): string | undefined {
  return bytes && decoder.decode(bytes);
}

async function checkGroup(
  file: ReceivedFile,
  group: FileMetaData['row_groups'][number],
  columns: readonly { name: string; tree: SchemaTree }[],
  {
    where,
    rows,
    limits,
  }: { where: string; rows: number; limits: ParquetLimits },
): Promise<void> {
  if (rows > ROWS_OF_A_GROUP_AT_MOST) {
    throw refuseParquet(
      `${where} has ${rows} rows; allowed: at most ${ROWS_OF_A_GROUP_AT_MOST}; write smaller row groups`,
    );
  }
  let left = limits.groupBytes;
  for (const leaf of columns.flatMap(({ name, tree }) =>
    leavesOf(name, tree),
  )) {
    const chunks = group.columns.filter(
      ({ meta_data: meta }) =>
        meta?.path_in_schema.join('\n') === leaf.path.join('\n'),
    );
    const meta = chunks[0]?.meta_data;
    if (!meta || chunks.length > 1 || chunks[0].file_path) {
      throw refuseParquet(
        `column ${leaf.name} is not once in ${where}; write the file as one`,
      );
    }
    if (!isTaken(meta.codec)) {
      throw refuseParquet(
        `column ${leaf.name} is packed as ${meta.codec}; allowed: ${CODECS}`,
      );
    }
    const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
    const end = start + Number(meta.total_compressed_size);
    if (
      meta.type !== leaf.type ||
      !(start >= 4 && end >= start && end <= file.byteLength - 8)
    ) {
      throw refuseParquet(
        `column ${leaf.name} of ${where} is not where, or not what, its footer says`,
      );
    }
    if (end - start > left) {
      throw tooLarge(leaf.name, where, limits);
    }
    left -= await orDamaged(`column ${leaf.name} in ${where}`, async () =>
      checkPages(
        await file.slice(start, end),
        { name: leaf.name, meta, levels: leaf.levels, rows },
        limits.groupBytes,
      ),
    );
    if (left < 0) {
      throw tooLarge(leaf.name, where, limits);
    }
  }
}

function tooLarge(name: string, where: string, { groupBytes }: ParquetLimits) {
  return refuseParquet(
    `what is read of ${where} unpacks to more than ${groupBytes} bytes at column ${name}; write smaller row groups`,
  );
}

interface Leaf {
  name: string;
  path: readonly string[];
  type: SchemaTree['element']['type'];
  levels: { definition: number; repetition: number };
}

function leavesOf(
  name: string,
  tree: SchemaTree,
  above = { definition: 0, repetition: 0 },
): Leaf[] {
  const { repetition_type: repetition, type } = tree.element;
  const levels = {
    definition: above.definition + (repetition === 'REQUIRED' ? 0 : 1),
    repetition: above.repetition + (repetition === 'REPEATED' ? 1 : 0),
  };
  return tree.children.length === 0
    ? [{ name, path: tree.path, type, levels }]
    : tree.children.flatMap(child => leavesOf(name, child, levels));
}

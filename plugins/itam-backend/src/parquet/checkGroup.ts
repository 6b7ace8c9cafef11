import type { FileMetaData, SchemaTree } from 'hyparquet';
import { checkPages } from './checkPages';
import { CODECS, isTaken } from './compressors';
import type { ReceivedFile } from './receiveFile';
import { orDamaged, refuseParquet } from './refuseParquet';

const ROWS_AT_MOST = 2_000_000;

/** How much a file may unpack to. */
export interface ParquetLimits {
  /** Bytes of what is read of one row group. */
  groupBytes: number;
  /** Bytes of all that is read, as text. */
  textBytes: number;
}

/**
 * Checks what is said of these columns in a row group, before it is read.
 *
 * Throws InputError (400).
 */
export async function checkGroup(
  file: ReceivedFile,
  group: FileMetaData['row_groups'][number],
  columns: readonly { name: string; tree: SchemaTree }[],
  {
    where,
    rows,
    limits,
  }: { where: string; rows: number; limits: ParquetLimits },
): Promise<void> {
  if (rows > ROWS_AT_MOST) {
    throw refuseParquet(
      `${where} has ${rows} rows; allowed: at most ${ROWS_AT_MOST}; write smaller row groups`,
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

import type { ColumnMetaData, PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { checkRuns, readVarint } from './checkRuns';
import { unpacked } from './compressors';
import { refuseParquet } from './refuseParquet';

/** Values that a column of a row group may have; maps have several a row. */
const VALUES_AT_MOST = 10_000_000;
/** Blocks of differences; writers have 128 values in 4 parts, or little more. */
const BLOCK_AT_MOST = 65_536;
const DICTIONARY = ['PLAIN_DICTIONARY', 'RLE_DICTIONARY'];
const DELTA = ['DELTA_BINARY_PACKED', 'DELTA_LENGTH_BYTE_ARRAY'];
const ENCODINGS = ['PLAIN', 'BYTE_STREAM_SPLIT', ...DICTIONARY, ...DELTA];

/** A column of a row group whose pages are checked. */
export interface CheckedColumn {
  /** How it is called where it is refused. */
  name: string;
  meta: ColumnMetaData;
  /** How deep values of it may be absent, and repeated. */
  levels: { definition: number; repetition: number };
  /** Rows of the row group. */
  rows: number;
}

/**
 * Checks that the pages of a column say what there is, before anything is
 * built from what they say: a few bytes could make a reader build gigabytes.
 *
 * Throws InputError (400). Returns the bytes that the pages unpack to.
 *
 * @param bytes - All pages of the column in the row group
 */
export function checkPages(
  bytes: ArrayBuffer,
  column: CheckedColumn,
  bytesAtMost: number,
): number {
  const { name, meta, rows, levels } = column;
  const reader = { view: new DataView(bytes), offset: 0 };
  let values = 0;
  let size = 0;
  while (reader.offset < bytes.byteLength - 1) {
    const header = parquetHeader(reader);
    const { compressed_page_size: packed, uncompressed_page_size: whole } =
      header;
    const page = new Uint8Array(bytes, reader.offset, sizeOf(packed));
    reader.offset += packed;
    size += sizeOf(whole);
    if (size > bytesAtMost) {
      throw refuseParquet(
        `column ${name} unpacks to more than ${bytesAtMost} bytes in one row group; write smaller row groups`,
      );
    }
    if (header.type === 'DICTIONARY_PAGE') {
      if (sizeOf(header.dictionary_page_header?.num_values) > whole) {
        throw new Error('A dictionary has more values than bytes');
      }
    } else {
      const { count, encoding } = valuesOf(header);
      values += count;
      if (values > VALUES_AT_MOST) {
        throw refuseParquet(
          `column ${name} has more than ${VALUES_AT_MOST} values in one row group; write smaller row groups`,
        );
      }
      if (!ENCODINGS.includes(encoding)) {
        throw refuseParquet(
          `column ${name} is encoded as ${encoding}; allowed: plain or with a dictionary, as format version 1 is written`,
        );
      }
      checkPage(page, header, column);
    }
  }
  if (
    BigInt(values) !== meta.num_values ||
    (levels.repetition === 0 && values !== rows)
  ) {
    throw refuseParquet(
      `column ${name} says ${meta.num_values} values for ${rows} rows, its pages have ${values}`,
    );
  }
  return size;
}

function valuesOf({
  data_page_header: first,
  data_page_header_v2: second,
}: PageHeader): { count: number; encoding: string } {
  const header = first ?? second;
  if (!header) {
    throw new Error('A page of unknown kind');
  }
  return { count: sizeOf(header.num_values), encoding: header.encoding };
}

function checkPage(
  page: Uint8Array,
  header: PageHeader,
  { meta, levels }: CheckedColumn,
): void {
  const { data_page_header: first, data_page_header_v2: second } = header;
  const whole = header.uncompressed_page_size;
  if (first) {
    let rest = required(unpacked(meta.codec, page, whole));
    for (const level of [levels.repetition, levels.definition]) {
      if (level > 0) {
        const length = new DataView(
          rest.buffer,
          rest.byteOffset,
          rest.byteLength,
        ).getUint32(0, true);
        checkRuns(part(rest, 4, length), bitsOf(level), first.num_values);
        rest = rest.subarray(4 + length);
      }
    }
    checkValues(rest, first.encoding, first.num_values);
    return;
  }
  if (second) {
    const repeated = sizeOf(second.repetition_levels_byte_length);
    const defined = sizeOf(second.definition_levels_byte_length);
    for (const [level, at, length] of [
      [levels.repetition, 0, repeated],
      [levels.definition, repeated, defined],
    ] as const) {
      if (level > 0) {
        checkRuns(part(page, at, length), bitsOf(level), second.num_values);
      }
    }
    const packed = page.subarray(repeated + defined);
    checkValues(
      second.is_compressed === false
        ? packed
        : required(unpacked(meta.codec, packed, whole - repeated - defined)),
      second.encoding,
      second.num_values - second.num_nulls,
    );
  }
}

/** @param most - Values there are, or as many and those that are absent */
function checkValues(bytes: Uint8Array, encoding: string, most: number): void {
  if (DICTIONARY.includes(encoding) && bytes.length > 0) {
    const [bitWidth] = bytes;
    checkRuns(bytes.subarray(1), bitWidth, most);
  } else if (DELTA.includes(encoding) && bytes.length > 0) {
    const walk = { bytes, at: 0 };
    const block = readVarint(walk);
    const parts = readVarint(walk);
    if (parts === 0 || block > BLOCK_AT_MOST || parts > block) {
      throw new Error('A block of differences has a size that none has');
    }
  }
}

function part(bytes: Uint8Array, at: number, length: number): Uint8Array {
  if (at + length > bytes.length) {
    throw new Error('Levels are longer than their page');
  }
  return bytes.subarray(at, at + length);
}

function required(bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes) {
    throw new Error('A page is packed in another way');
  }
  return bytes;
}

function bitsOf(level: number): number {
  return 32 - Math.clz32(level);
}

function sizeOf(value: number | undefined): number {
  if (value === undefined || !Number.isInteger(value) || value < 0) {
    throw new Error('A size is no size');
  }
  return value;
}

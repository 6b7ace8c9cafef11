import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { CompressionCodec, SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';

/** A column of a file of the tests: its type, and how text becomes a value. */
export interface TestColumn {
  schema: readonly Omit<SchemaElement, 'name'>[];
  valueOf(text: string): unknown;
}

const leaf = (
  schema: Omit<SchemaElement, 'name'>,
  valueOf: TestColumn['valueOf'],
): TestColumn => ({
  schema: [{ repetition_type: 'OPTIONAL', ...schema }],
  valueOf,
});

/** Text without a point, as units of a decimal. */
const unitsOf = (scale: number) => (text: string) => {
  const [whole, fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(scale, '0').slice(0, scale)}`);
};

/** UTC where the text says no zone. */
const millisOf = (text: string) =>
  BigInt(Date.parse(`${text.replace(' ', 'T').replace('Z', '')}Z`));

/** Types of columns that the tests write. */
export const COLUMN_TYPES = {
  text: leaf({ type: 'BYTE_ARRAY', converted_type: 'UTF8' }, text => text),
  bytes: leaf({ type: 'BYTE_ARRAY' }, text => new TextEncoder().encode(text)),
  integer: leaf({ type: 'INT64' }, text => BigInt(text)),
  double: leaf({ type: 'DOUBLE' }, Number),
  float: leaf({ type: 'FLOAT' }, Number),
  decimal: leaf(
    {
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: 16,
      converted_type: 'DECIMAL',
      scale: 12,
      precision: 38,
    },
    unitsOf(12),
  ),
  smallDecimal: leaf(
    { type: 'INT32', converted_type: 'DECIMAL', scale: 2, precision: 9 },
    unitsOf(2),
  ),
  longDecimal: leaf(
    { type: 'INT64', converted_type: 'DECIMAL', scale: 12, precision: 18 },
    unitsOf(12),
  ),
  millis: leaf({ type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }, millisOf),
  micros: leaf(
    { type: 'INT64', converted_type: 'TIMESTAMP_MICROS' },
    text => millisOf(text) * 1_000n,
  ),
  nanos: leaf(
    {
      type: 'INT64',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'NANOS' },
    },
    text => millisOf(text) * 1_000_000n,
  ),
  day: leaf({ type: 'INT32', converted_type: 'DATE' }, text =>
    Math.floor(Number(millisOf(text)) / 86_400_000),
  ),
  map: {
    schema: [
      { repetition_type: 'OPTIONAL', converted_type: 'MAP', num_children: 1 },
      { repetition_type: 'REPEATED', num_children: 2 },
      {
        repetition_type: 'REQUIRED',
        type: 'BYTE_ARRAY',
        converted_type: 'UTF8',
      },
      {
        repetition_type: 'OPTIONAL',
        type: 'BYTE_ARRAY',
        converted_type: 'UTF8',
      },
    ],
    valueOf: text => JSON.parse(text),
  },
} as const satisfies Record<string, TestColumn>;

/** Name of a type of columns. */
export type ColumnType = keyof typeof COLUMN_TYPES;

const MAP_NAMES = ['key_value', 'key', 'value'];

/** How a file of the tests is written. */
export interface WriteOptions {
  codec?: CompressionCodec;
  rowGroupSize?: number;
}

/**
 * A Parquet file of these rows of text, each column in its type; `NULL` and
 * empty text are no value.
 */
export function parquetOf(
  columns: readonly { name: string; type: ColumnType }[],
  rows: readonly (readonly string[])[],
  { codec = 'SNAPPY', rowGroupSize = 100_000 }: WriteOptions = {},
): Buffer {
  const schema: SchemaElement[] = [
    { name: 'root', num_children: columns.length },
    ...columns.flatMap(({ name, type }) =>
      COLUMN_TYPES[type].schema.map((element, at) => ({
        ...element,
        name: at === 0 ? name : MAP_NAMES[at - 1],
      })),
    ),
  ];
  return Buffer.from(
    parquetWriteBuffer({
      schema,
      columnData: columns.map(({ name, type }, at) => ({
        name,
        data: rows.map(cells => {
          const text = cells[at];
          return text === 'NULL' || text === ''
            ? null
            : COLUMN_TYPES[type].valueOf(text);
        }),
      })),
      codec,
      compressors: {
        GZIP: gzipSync,
        BROTLI: brotliCompressSync,
        ZSTD: zstdCompressSync,
      },
      rowGroupSize,
    }),
  );
}

import type { SchemaElement } from 'hyparquet';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { readCsv } from '../plugins/itam-backend/src/spreadsheets/readCsv';

/** Digits after the point of amounts; bills of the bench have no more. */
const SCALE = 18;
/** As the larger tools write them. */
const ROWS_OF_A_GROUP = 100_000;
const AMOUNTS: ReadonlySet<string> = new Set(['BilledCost', 'EffectiveCost']);

/**
 * Writes a billing file of CSV as Parquet: amounts as decimals, instants as
 * microseconds, all else as text; packed with Snappy.
 */
export async function writeParquetBill(
  csv: AsyncIterable<string>,
  path: string,
): Promise<void> {
  const records = readCsv(csv, undefined)[Symbol.asyncIterator]();
  const first = await records.next();
  const names: string[] = first.done ? [] : first.value.cells.map(String);
  await parquetWriteRows({
    writer: fileWriter(path),
    schema: [
      { name: 'root', num_children: names.length },
      ...names.map(elementOf),
    ],
    columns: names.map(name => ({ name })),
    rowGroupSize: ROWS_OF_A_GROUP,
    rows: (async function* rows() {
      for (
        let next = await records.next();
        !next.done;
        next = await records.next()
      ) {
        const { cells } = next.value;
        yield Object.fromEntries(
          names.map((name, at) => [name, valueOf(name, String(cells[at]))]),
        );
      }
    })(),
  });
}

function elementOf(name: string): SchemaElement {
  const element = { name, repetition_type: 'OPTIONAL' } as const;
  if (AMOUNTS.has(name)) {
    return {
      ...element,
      type: 'FIXED_LEN_BYTE_ARRAY',
      type_length: 16,
      converted_type: 'DECIMAL',
      scale: SCALE,
      precision: 38,
    };
  }
  return isInstant(name)
    ? { ...element, type: 'INT64', converted_type: 'TIMESTAMP_MICROS' }
    : { ...element, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
}

function valueOf(name: string, text: string): bigint | string | null {
  if (text === 'NULL' || text === '') {
    return null;
  }
  if (AMOUNTS.has(name)) {
    const [whole, fraction = ''] = text.split('.');
    return BigInt(`${whole}${fraction.padEnd(SCALE, '0')}`);
  }
  if (isInstant(name)) {
    const iso = `${text.replace(' ', 'T').replace('Z', '')}Z`;
    return BigInt(Date.parse(iso)) * 1_000n;
  }
  return text;
}

function isInstant(name: string): boolean {
  return /Period(Start|End)$/.test(name);
}

import { bigintFromRow } from '../../database/bigints';

/** Months one row of the read model holds. */
export const WINDOW_MONTHS = 60;

const BYTES_PER_MONTH = 8;

/**
 * Reads the months of a row: a list on PostgreSQL, packed little-endian
 * 64-bit integers on SQLite.
 *
 * Throws when the value is neither, or has another length.
 *
 * @param length - How many months were selected
 */
export function monthsFromRow(
  value: unknown,
  length = WINDOW_MONTHS,
): bigint[] {
  const months = Buffer.isBuffer(value)
    ? unpacked(value)
    : listFromRow(value).map(bigintFromRow);
  if (months.length !== length) {
    throw new Error('A row of the read model has the wrong number of months');
  }
  return months;
}

/**
 * Packs months for SQLite.
 */
export function packMonths(months: BigInt64Array): Buffer {
  const buffer = Buffer.alloc(months.length * BYTES_PER_MONTH);
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
  months.forEach((month, index) => {
    view.setBigInt64(index * BYTES_PER_MONTH, month, true);
  });
  return buffer;
}

/**
 * SQL of some months of a row, which is all the drivers then have to read.
 *
 * @param from - The first one, counted from the start of the window
 */
export function someMonthsSql(
  isPostgres: boolean,
  column: string,
  { from, count }: { from: number; count: number },
): string {
  return isPostgres
    ? `${column}[${from + 1}:${from + count}]`
    : `substr(${column}, ${from * BYTES_PER_MONTH + 1}, ${
        count * BYTES_PER_MONTH
      })`;
}

/**
 * Writes months as a PostgreSQL array literal.
 */
export function monthsLiteral(months: BigInt64Array): string {
  return `{${months.join(',')}}`;
}

function listFromRow(value: unknown): unknown[] {
  if (!Array.isArray(value)) {
    throw new Error('A row of the read model holds no months');
  }
  return value;
}

function unpacked(buffer: Buffer): bigint[] {
  const months: bigint[] = [];
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
  for (let at = 0; at < buffer.length; at += BYTES_PER_MONTH) {
    months.push(view.getBigInt64(at, true));
  }
  return months;
}

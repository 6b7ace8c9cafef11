/**
 * Reads a 64-bit whole number as the drivers give it: text on PostgreSQL,
 * text (selected with a cast) or a small number on SQLite.
 *
 * Throws when the value is no whole number, or a number too large to be exact.
 */
export function bigintFromRow(value: unknown): bigint {
  if (typeof value === 'bigint') {
    return value;
  }
  if (typeof value === 'string' && /^-?\d+$/.test(value)) {
    return BigInt(value);
  }
  if (typeof value === 'number' && Number.isSafeInteger(value)) {
    return BigInt(value);
  }
  throw new Error('A whole number was expected in the database');
}

/**
 * Reads a whole number that fits a JavaScript number: counts, months, ids.
 *
 * Throws when it does not.
 */
export function integerFromRow(value: unknown): number {
  const number = Number(bigintFromRow(value));
  if (!Number.isSafeInteger(number)) {
    throw new Error('A number in the database is too large');
  }
  return number;
}

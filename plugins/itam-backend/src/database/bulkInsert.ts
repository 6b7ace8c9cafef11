import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { batchesOf } from './batches';
import { isPostgres } from './engine';

/**
 * Rows per statement; all of them travel in one parameter. Few enough that
 * other work of the process gets its turn on SQLite, whose driver never waits.
 */
const ROWS_PER_STATEMENT = 500;

/** What a column holds; amounts and ids are written as text to stay exact. */
export type ColumnType = 'bigint' | 'integer' | 'text' | 'boolean';

/** One value of a row; bigints as decimal text. */
export type ColumnValue = string | number | boolean | null;

/**
 * Inserts many rows with few statements and one parameter each, so that the
 * number of rows is not bound by the parameters an engine allows.
 *
 * @param columns - Types by name, in the order of the values of each row
 */
export async function bulkInsert(
  trx: Knex.Transaction,
  table: string,
  columns: Readonly<Record<string, ColumnType>>,
  rows: readonly (readonly ColumnValue[])[],
): Promise<void> {
  const names = Object.keys(columns);
  const from = isPostgres(trx)
    ? `SELECT ${names
        .map((name, index) => `CAST(row.value->>${index} AS ${columns[name]})`)
        .join(', ')} FROM jsonb_array_elements(?::jsonb) AS row(value)`
    : `SELECT ${names
        .map((name, index) => extractOnSqlite(columns[name], index))
        .join(', ')} FROM json_each(?)`;
  for (const batch of batchesOf(rows, ROWS_PER_STATEMENT)) {
    await trx.raw(
      `INSERT INTO ?? (${names.map(() => '??').join(', ')}) ${from}`,
      [table, ...names, JSON.stringify(batch)],
    );
    if (batch.length === ROWS_PER_STATEMENT) {
      await setImmediate();
    }
  }
}

function extractOnSqlite(type: ColumnType, index: number): string {
  const value = `json_extract(value, '$[${index}]')`;
  return type === 'bigint' ? `CAST(${value} AS INTEGER)` : value;
}

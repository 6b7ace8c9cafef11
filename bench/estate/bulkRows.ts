import type { Knex } from 'knex';

const ROWS_PER_STATEMENT = 2_000;

/** The tables that are filled, in the order foreign keys ask for. */
const TABLES = [
  'records',
  'record_mentions',
  'record_services',
  'covers',
  'assignments',
  'cost_segments',
  'cost_slices',
];

/** Rows to insert, by table. */
export class PendingRows {
  readonly #tables = new Map<string, Record<string, unknown>[]>(
    TABLES.map(table => [table, []]),
  );

  constructor(readonly database: Knex) {}

  add(table: string, row: Record<string, unknown>): void {
    this.#tables.get(table)?.push(row);
  }

  /** Writes and forgets them; all rows of a statement travel as JSON. */
  async write(): Promise<void> {
    await this.database.transaction(async trx => {
      if (isPostgres(trx)) {
        // The rows name only each other, and the last transaction is flushed.
        await trx.raw('set local session_replication_role = replica');
        await trx.raw('set local synchronous_commit = off');
      }
      for (const [table, rows] of this.#tables) {
        for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
          await insert(trx, table, rows.slice(at, at + ROWS_PER_STATEMENT));
        }
        rows.length = 0;
      }
    });
  }
}

async function insert(
  trx: Knex.Transaction,
  table: string,
  rows: Record<string, unknown>[],
): Promise<void> {
  const names = Object.keys(rows[0]);
  const columns = names.map(name => `"${name}"`).join(', ');
  const from = isPostgres(trx)
    ? `select ${columns} from json_populate_recordset(null::"${table}", ?::json)`
    : `select ${names
        .map(name => `json_extract(value, '$.${name}')`)
        .join(', ')} from json_each(?)`;
  await trx.raw(`insert into "${table}" (${columns}) ${from}`, [
    JSON.stringify(rows),
  ]);
}

/**
 * Drops the indexes of the tables that are filled, apart from those that keep
 * rows unique; the statements that make them again.
 */
export async function takeIndexes(database: Knex): Promise<string[]> {
  const found: { name: string; sql: string }[] = isPostgres(database)
    ? await database('pg_indexes')
        .where('schemaname', 'public')
        .whereIn('tablename', TABLES)
        .whereNot('indexdef', 'like', 'CREATE UNIQUE%')
        .select({ name: 'indexname', sql: 'indexdef' })
    : await database('sqlite_master')
        .where('type', 'index')
        .whereIn('tbl_name', TABLES)
        .whereNot('sql', 'like', 'CREATE UNIQUE%')
        .select('name', 'sql');
  for (const { name } of found) {
    await database.raw('drop index ??', [name]);
  }
  return found.map(({ sql }) => sql);
}

/** Makes indexes again. */
export async function putIndexes(
  database: Knex,
  statements: readonly string[],
): Promise<void> {
  for (const statement of statements) {
    await database.raw(statement);
  }
}

function isPostgres(database: Knex): boolean {
  return database.client.config.client === 'pg';
}

import type { Knex } from 'knex';
import { isPostgres } from './engine';

/**
 * Reads several times from the same state of the database, so that figures
 * that belong together fit together whatever is changed meanwhile.
 */
export async function withSnapshot<T>(
  database: Knex,
  read: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  // One transaction of SQLite is a snapshot as it is.
  return await (isPostgres(database)
    ? database.transaction(read, {
        isolationLevel: 'repeatable read',
        readOnly: true,
      })
    : database.transaction(read));
}

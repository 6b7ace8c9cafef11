import type { Knex } from 'knex';
import { isPostgres } from './engine';

/**
 * The time that all replicas agree on, for what they have to agree on: how old
 * something is that another one wrote. It is that of the PostgreSQL server,
 * whatever the clock of a replica says; SQLite has one process and its clock.
 *
 * @param own - The time of this process
 */
export async function sharedTime(database: Knex, own: Date): Promise<Date> {
  if (!isPostgres(database)) {
    return own;
  }
  const { rows } = await database.raw('SELECT clock_timestamp() AS now');
  return rows[0].now;
}

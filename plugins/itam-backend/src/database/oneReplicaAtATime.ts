import type { Knex } from 'knex';
import { isPostgres } from './engine';
import { LOCK_SPACE } from './locks';

/** Second half of the lock of preparations; changes of records hold others. */
const PREPARATION_LOCK = 0x5e7;

/**
 * Runs work that prepares the database while no other replica does.
 *
 * Replicas that start together would otherwise create the same tables, and all
 * but one of them would stop: `CREATE TABLE IF NOT EXISTS` of PostgreSQL is
 * not safe from others that do the same, and neither is what Knex asks before
 * it creates its own. The lock goes with the connection of a replica that
 * dies. SQLite files have one process.
 */
export async function oneReplicaAtATime<T>(
  database: Knex,
  work: () => Promise<T>,
): Promise<T> {
  if (!isPostgres(database)) {
    return await work();
  }
  return await database.transaction(async lock => {
    // It stands still for as long as the work on other connections takes.
    await lock.raw('SET LOCAL idle_in_transaction_session_timeout = 0');
    await lock.raw('SELECT pg_advisory_xact_lock(?, ?)', [
      LOCK_SPACE,
      PREPARATION_LOCK,
    ]);
    return await work();
  });
}

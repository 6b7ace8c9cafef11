import type { Knex } from 'knex';
import { isPostgres } from './engine';

/** How long a transaction may stand still between two statements. */
const IDLE_MS = 60_000;

/** A connection of the driver, as far as it is needed here. */
interface Connection {
  query(statement: string, done: () => void): void;
}

/**
 * Has PostgreSQL end transactions in which nothing happens any more.
 *
 * A replica that is stopped in the middle of one, by its host or a debugger,
 * would otherwise keep its locks, and with them every change on every other
 * replica, for as long as it stands. A limit that is configured for the
 * connection or the role stays as it is.
 */
export function limitIdleTransactions(database: Knex): void {
  if (!isPostgres(database)) {
    return;
  }
  const limited = new WeakSet<Connection>();
  database.client.pool.on(
    'acquireSuccess',
    (_request: unknown, connection: Connection) => {
      if (limited.has(connection)) {
        return;
      }
      limited.add(connection);
      // Sent before what the connection was asked for; a connection that is
      // gone fails that as well.
      connection.query(
        `SELECT set_config(name, '${IDLE_MS}', false) FROM pg_settings
         WHERE name = 'idle_in_transaction_session_timeout' AND setting = '0'`,
        () => undefined,
      );
    },
  );
}

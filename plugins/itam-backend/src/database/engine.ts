import type { Knex } from 'knex';

/**
 * Whether the database is PostgreSQL; SQLite otherwise.
 */
export function isPostgres(database: Knex): boolean {
  const client: unknown = database.client.config.client;
  return client === 'pg';
}

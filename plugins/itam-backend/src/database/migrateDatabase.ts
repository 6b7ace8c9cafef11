import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { oneReplicaAtATime } from './oneReplicaAtATime';

/**
 * Folder of the register's migrations.
 */
export function migrationsDirectory(): string {
  return resolvePackagePath(
    '@backstage-itam/plugin-itam-backend',
    'migrations',
  );
}

/**
 * Brings the register's database to the newest schema. Safe to call from
 * several replicas at once.
 */
export async function migrateDatabase(database: Knex): Promise<void> {
  await oneReplicaAtATime(
    database,
    async () =>
      await database.migrate.latest({ directory: migrationsDirectory() }),
  );
}

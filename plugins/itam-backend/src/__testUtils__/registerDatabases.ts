import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrateDatabase } from '../database/migrateDatabase';

/** The engines the register is tested on. */
export const engines: TestDatabaseId[] = ['SQLITE_3', 'POSTGRES_15'];

/**
 * Databases for a test file: empty ones, or with the register's schema.
 *
 * Fails instead of skipping when an engine is missing.
 */
export function registerDatabases() {
  const databases = TestDatabases.create({ ids: engines });
  const empty = async (engine: TestDatabaseId): Promise<Knex> => {
    if (!databases.supports(engine)) {
      throw new Error(`No database of kind ${engine} to test on`);
    }
    return await databases.init(engine);
  };
  return {
    empty,
    migrated: async (engine: TestDatabaseId): Promise<Knex> => {
      const database = await empty(engine);
      await migrateDatabase(database);
      return database;
    },
  };
}

import type {
  LifecycleService,
  LoggerService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { ConfigReader, type Config } from '@backstage/config';
import type { Knex } from 'knex';
import { migrationsDirectory } from '../database/migrateDatabase';

/**
 * The database has no register in it, or one of another version.
 */
export class NoRegisterError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoRegisterError';
  }
}

/** Nothing of the connection is told; what fails is thrown. */
const quiet: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => quiet,
};

/**
 * Works with the register's database, found by configuration as the backend
 * finds it. Never creates a database, and never changes the schema.
 *
 * Throws {@link NoRegisterError} when the register of this version is not in
 * it.
 */
export async function withRegisterDatabase<T>(
  config: Config,
  work: (database: Knex) => Promise<T>,
): Promise<T> {
  const hooks: (() => void | Promise<void>)[] = [];
  const rootLifecycle: RootLifecycleService = {
    addStartupHook: () => {},
    addShutdownHook: hook => hooks.push(hook),
    addBeforeShutdownHook: () => {},
  };
  const lifecycle: LifecycleService = {
    addStartupHook: () => {},
    addShutdownHook: hook => hooks.push(hook),
  };
  const manager = DatabaseManager.fromConfig(
    ConfigReader.fromConfigs([
      { context: 'app-config', data: objectOf(config) },
      {
        context: 'itam-register',
        data: { backend: { database: { ensureExists: false } } },
      },
    ]),
    { rootLifecycle },
  );
  const database = await manager
    .forPlugin('itam', { logger: quiet, lifecycle })
    .getClient();
  try {
    await requireSchema(database);
    return await work(database);
  } finally {
    for (const hook of hooks) {
      await hook();
    }
    await database.destroy();
  }
}

function objectOf(config: Config) {
  const data = config.get();
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new Error('The configuration holds no object');
  }
  return data;
}

async function requireSchema(database: Knex): Promise<void> {
  if (!(await database.schema.hasTable('knex_migrations'))) {
    throw new NoRegisterError('There is no register in the database');
  }
  const [, pending]: [unknown[], unknown[]] = await database.migrate.list({
    directory: migrationsDirectory(),
  });
  if (pending.length > 0) {
    throw new NoRegisterError(
      'The register in the database is of an older version; start the backend once to upgrade it',
    );
  }
}

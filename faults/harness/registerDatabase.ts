import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import knexFactory, { type Knex } from 'knex';
import { readRegisterConfig } from '../../plugins/itam-backend/src/config';
import { checkSegments } from '../../plugins/itam-backend/src/usecases/costs/checkSegments';
import { checkReadModel } from '../../plugins/itam-backend/src/usecases/costs/recomputeReadModel';

/**
 * The register's database beside the replicas, in PostgreSQL; without a prefix
 * that of the administrator.
 */
export function openPostgres(connectionString: string, prefix?: string): Knex {
  return knexFactory({
    client: 'pg',
    connection:
      prefix === undefined
        ? connectionString
        : connectionString.replace(/\/postgres$/, `/${prefix}itam`),
    pool: { min: 0, max: 4 },
  });
}

/** The register's database beside the replica, in SQLite. */
export function openSqlite(folder: string): Knex {
  return knexFactory({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'itam.sqlite') },
    useNullAsDefault: true,
  });
}

/**
 * What SQLite says of its file, over a connection of its own: one that has
 * looked before keeps the outline of the full-text index it read then, and
 * takes the index's later merges for corruption.
 */
export async function integrityOf(folder: string): Promise<unknown> {
  const database = openSqlite(folder);
  try {
    return await database.raw('PRAGMA integrity_check');
  } finally {
    await database.destroy();
  }
}

/** What is wrong with the register's figures; empty when all is well. */
export async function wrongFigures(database: Knex): Promise<string[]> {
  const model = await checkReadModel({ database });
  const config = readRegisterConfig(new ConfigReader({}));
  const segments = await checkSegments({ database, config }, new Date());
  return [
    ...model.differingKeys.map(key => `read model: ${key}`),
    ...segments.differing.map(ref => `segments: ${ref}`),
    ...segments.uncomputable.map(ref => `uncomputable: ${ref}`),
  ];
}

/** How often each record was registered, by its history. */
export async function registrations(
  database: Knex,
  prefix: string,
): Promise<Map<string, number>> {
  const rows: { record_ref: string }[] = await database('history')
    .join('records', 'records.ref', 'history.record_ref')
    .where('records.tag', 'like', `${prefix}%`)
    .where('action', 'registered')
    .select('record_ref');
  const counts = new Map<string, number>();
  for (const { record_ref: ref } of rows) {
    counts.set(ref, (counts.get(ref) ?? 0) + 1);
  }
  return counts;
}

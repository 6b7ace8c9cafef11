import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { isPostgres } from './engine';
import { migrateDatabase, migrationsDirectory } from './migrateDatabase';

jest.setTimeout(60_000);

async function schemaOf(database: Knex): Promise<unknown> {
  if (isPostgres(database)) {
    const columns = await database('information_schema.columns')
      .select('table_name', 'column_name', 'data_type', 'is_nullable')
      .where('table_schema', 'public')
      .orderBy(['table_name', 'column_name']);
    const indexes = await database('pg_indexes')
      .select('indexname', 'indexdef')
      .where('schemaname', 'public')
      .orderBy('indexname');
    const triggers = await database('information_schema.triggers')
      .select('trigger_name', 'event_manipulation')
      .orderBy(['trigger_name', 'event_manipulation']);
    return { columns, indexes, triggers };
  }
  return await database('sqlite_master')
    .select('type', 'name', 'sql')
    .whereNot('name', 'like', 'sqlite_%')
    .orderBy(['type', 'name']);
}

describe('migrations', () => {
  const databases = registerDatabases();

  it.each(engines)('go up, down and up to the same schema, %p', async id => {
    const database = await databases.empty(id);
    await migrateDatabase(database);
    const first = await schemaOf(database);

    await database.migrate.rollback({ directory: migrationsDirectory() }, true);
    await expect(database.schema.hasTable('records')).resolves.toBe(false);

    await migrateDatabase(database);
    expect(await schemaOf(database)).toEqual(first);
  });

  it.each(engines)('refuse changes of the history, %p', async id => {
    const database = await databases.migrated(id);
    await database('history').insert({
      record_ref: 'asset:default/a',
      at: '2026-01-01T00:00:00.000Z',
      action: 'declared',
      changes: '[]',
    });

    await expect(
      database('history').update({ action: 'other' }),
    ).rejects.toThrow(/append-only/);
    await expect(database('history').delete()).rejects.toThrow(/append-only/);
    expect(await database('history').select('action')).toEqual([
      { action: 'declared' },
    ]);
  });
});

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

  it.each(engines)(
    'keep what costs accrue through a downgrade, %p',
    async id => {
      const database = await databases.migrated(id);
      await database('records').insert({
        id: 1,
        ref: 'asset:default/a',
        kind: 'Asset',
        namespace: 'default',
        name: 'a',
        origin: 'declared',
        title: 'a',
        has_price: true,
        search_text: 'a',
        spec: '{}',
        dated_state: '{}',
        version: 1,
        created_at: '2026-01-01T00:00:00.000Z',
        updated_at: '2026-01-01T00:00:00.000Z',
      });
      const segment = {
        record_id: 1,
        category: 'charge',
        certainty: 'actual',
        estimated: false,
        currency: 'EUR',
        total_minor: 1200,
        units: 12,
        start_month: 24_312,
        weight_total: 1,
      };
      await database('cost_segments').insert(
        [
          {
            id: 1,
            view: 'accrued',
            closed: true,
            window_from: 0,
            window_to: 2,
          },
          {
            id: 2,
            view: 'accrued',
            closed: false,
            window_from: 2,
            window_to: 12,
          },
          {
            id: 3,
            view: 'invoiced',
            closed: true,
            window_from: 0,
            window_to: 1,
          },
        ].map(row => ({ ...segment, ...row })),
      );
      // Later migrations first, then the one that brought both views.
      while (await database.schema.hasTable('budgets')) {
        await database.migrate.down({ directory: migrationsDirectory() });
      }
      const ids: unknown[] = await database('cost_segments')
        .orderBy('id')
        .pluck('id');
      expect(ids.map(String)).toEqual(['1', '2']);
      await expect(
        database.schema.hasColumn('cost_segments', 'view'),
      ).resolves.toBe(false);
      await migrateDatabase(database);
      const rows = await database('cost_segments')
        .orderBy('id')
        .select('view', 'closed');
      expect(rows.map(({ view, closed }) => [view, Boolean(closed)])).toEqual([
        ['accrued', false],
        ['accrued', false],
      ]);
      expect(await database('cost_vec').select()).toEqual([]);
    },
  );

  it.each(engines)('know who held an asset before, %p', async id => {
    const database = await databases.migrated(id);
    await database.migrate.down({
      directory: migrationsDirectory(),
      name: '20261125100000_holdings.js',
    });
    const record = (name: string, spec: string, assignee: string | null) => ({
      ref: `asset:default/${name}`,
      kind: 'Asset',
      namespace: 'default',
      name,
      origin: 'declared',
      title: name,
      assignee_ref: assignee,
      has_price: false,
      search_text: name,
      spec,
      dated_state: '{}',
      version: 1,
      created_at: '2026-01-02T03:04:05.000Z',
      updated_at: '2026-02-02T03:04:05.000Z',
    });
    await database('records').insert([
      record('laptop', '{}', 'user:default/mia'),
      record('spare', '{}', null),
      record('mice', '{"quantity":40}', 'group:default/workplace'),
    ]);
    await migrateDatabase(database);
    expect(
      await database('holdings').select('to_ref', 'from_date', 'until_date'),
    ).toEqual([
      { to_ref: 'user:default/mia', from_date: '2026-01-02', until_date: null },
    ]);
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

    await database('financial_history').insert({
      subject: 'closing',
      at: '2026-01-01T00:00:00.000Z',
      action: 'closed',
      value: '{}',
    });
    await expect(
      database('financial_history').update({ action: 'other' }),
    ).rejects.toThrow(/append-only/);
    await expect(database('financial_history').delete()).rejects.toThrow(
      /append-only/,
    );
  });
});

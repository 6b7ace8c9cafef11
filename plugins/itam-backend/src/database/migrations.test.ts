import { readdirSync } from 'node:fs';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { readRegisterConfig } from '../config';
import { checkReadModel } from '../usecases/costs/recomputeReadModel';
import { recomputeWhenDue } from '../usecases/costs/recomputeWhenDue';
import { prepareRegister } from '../usecases/prepareRegister';
import { fillEarlier } from './__testUtils__/earlierData';
import { schemaOf } from './__testUtils__/schemaOf';
import { isPostgres } from './engine';
import { migrateDatabase, migrationsDirectory } from './migrateDatabase';

jest.setTimeout(60_000);

/** Refs of records whose searched text has these three letters in it. */
async function searched(database: Knex, letters: string): Promise<string[]> {
  return isPostgres(database)
    ? await database('records')
        .where('search_text', 'like', `%${letters}%`)
        .pluck('ref')
    : await database('records')
        .whereIn('id', found =>
          found
            .from('records_search')
            .whereRaw('records_search match ?', [letters])
            .select('rowid'),
        )
        .pluck('ref');
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

  // Every schema that was ever current, except the newest one.
  const earlier = readdirSync(migrationsDirectory())
    .filter(file => file.endsWith('.js'))
    .sort()
    .slice(0, -1);

  it.each(engines.flatMap(id => earlier.map(last => [id, last] as const)))(
    'bring a register on %p from %s to the newest schema with its data',
    async (id, last) => {
      const fresh = await databases.migrated(id);
      const database = await databases.empty(id);
      for (const name of earlier.slice(0, earlier.indexOf(last) + 1)) {
        await database.migrate.up({ directory: migrationsDirectory(), name });
      }
      const kept = await fillEarlier(database);
      expect(kept.size).toBeGreaterThan(4);
      await prepareRegister({ database }, new Date('2026-05-20T10:00:00Z'));
      expect(await schemaOf(database)).toEqual(await schemaOf(fresh));
      for (const [table, rows] of kept) {
        const now: Record<string, unknown>[] = await database(table).select();
        for (const row of rows) {
          expect([table, ...now]).toContainEqual(expect.objectContaining(row));
        }
      }
      // The register works on it: a search finds what was there before, and a
      // list has it in its place.
      expect(await database('records').pluck('title_order')).toEqual([
        'a laptop',
      ]);
      expect(await searched(database, 'lap')).toEqual(['asset:default/laptop']);
      await expect(database('history').delete()).rejects.toThrow(/append-only/);
      const { uncomputable } = await recomputeWhenDue(
        { database, config: readRegisterConfig(new ConfigReader({})) },
        new Date('2026-05-20T10:00:00Z'),
      );
      expect(uncomputable).toEqual([]);
      await expect(checkReadModel({ database })).resolves.toMatchObject({
        equal: true,
        differingKeys: [],
      });
    },
  );

  const later = readdirSync(migrationsDirectory())
    .filter(file => file.endsWith('.js'))
    .sort()
    .slice(1);

  it.each(engines.flatMap(id => later.map(last => [id, last] as const)))(
    'lose nothing on %s when %s is taken back and made again',
    async (id, last) => {
      const database = await databases.empty(id);
      const directory = migrationsDirectory();
      const expectKept = async (
        kept: ReadonlyMap<string, Record<string, unknown>[]>,
      ) => {
        for (const [table, rows] of kept) {
          const now: Record<string, unknown>[] = await database(table).select();
          for (const row of rows) {
            expect([table, ...now]).toContainEqual(
              expect.objectContaining(row),
            );
          }
        }
      };
      const names = readdirSync(directory).filter(file => file.endsWith('.js'));
      for (const name of names.sort().slice(0, names.indexOf(last))) {
        await database.migrate.up({ directory, name });
      }
      const kept = await fillEarlier(database);
      const before = await schemaOf(database);
      await database.migrate.up({ directory, name: last });
      const after = await schemaOf(database);
      await expectKept(kept);
      await database.migrate.down({ directory, name: last });
      expect(await schemaOf(database)).toEqual(before);
      await expectKept(kept);
      await database.migrate.up({ directory, name: last });
      expect(await schemaOf(database)).toEqual(after);
      await expectKept(kept);
    },
  );

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

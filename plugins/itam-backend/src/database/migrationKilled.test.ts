import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import knexFactory, { type Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { fillEarlier } from './__testUtils__/earlierData';
import { schemaOf } from './__testUtils__/schemaOf';
import { migrateDatabase, migrationsDirectory } from './migrateDatabase';

jest.setTimeout(240_000);

/** More with ITAM_TEST_KILLS=20, as before a release. */
const KILLS = Number(process.env.ITAM_TEST_KILLS ?? 4);
const SEED = Number(process.env.FAULTS_SEED ?? 20261128);

const names = readdirSync(migrationsDirectory())
  .filter(file => file.endsWith('.js'))
  .sort();

describe.each(engines)('a migration that is killed, on %s', engine => {
  const databases = registerDatabases();
  const folders: string[] = [];
  const opened: Knex[] = [];

  afterAll(async () => {
    await Promise.all(opened.map(knex => knex.destroy()));
    folders.forEach(folder => rmSync(folder, { recursive: true, force: true }));
  });

  /** A register of the first version, with data; two processes can open it. */
  const firstVersion = async () => {
    let connection: Knex.Config;
    if (engine === 'SQLITE_3') {
      const folder = mkdtempSync(join(tmpdir(), 'itam-migration-'));
      folders.push(folder);
      connection = {
        client: 'better-sqlite3',
        connection: { filename: join(folder, 'itam.sqlite') },
        useNullAsDefault: true,
      };
    } else {
      const { client } = await databases.empty(engine);
      connection = { client: 'pg', connection: client.config.connection };
    }
    const knex = knexFactory(connection);
    opened.push(knex);
    await knex.migrate.up({ directory: migrationsDirectory(), name: names[0] });
    return { knex, connection, kept: await fillEarlier(knex) };
  };

  const migrateElsewhere = (connection: Knex.Config, killBefore: number) =>
    spawnSync(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        require.resolve('./__testUtils__/killedMigration.ts'),
        JSON.stringify({ connection, killBefore }),
      ],
      {
        env: { ...process.env, NODE_OPTIONS: '--no-node-snapshot' },
        encoding: 'utf8',
      },
    );

  it(`leaves a whole version and its data, and is made up for, ${KILLS} kills`, async () => {
    // What each version looks like, and the newest one.
    const versions: unknown[] = [];
    const { knex: walked } = await firstVersion();
    versions.push(await schemaOf(walked));
    for (const name of names.slice(1)) {
      await walked.migrate.up({ directory: migrationsDirectory(), name });
      versions.push(await schemaOf(walked));
    }
    const undisturbed = await firstVersion();
    const { stdout, stderr } = migrateElsewhere(undisturbed.connection, 0);
    const statements = Number(stdout);
    expect([statements > 50, stderr]).toEqual([true, '']);

    const moments = fc.sample(fc.integer({ min: 1, max: statements }), {
      numRuns: KILLS,
      seed: SEED,
    });
    for (const moment of moments) {
      const { knex, connection, kept } = await firstVersion();
      const { signal } = migrateElsewhere(connection, moment);
      expect([moment, signal]).toEqual([moment, 'SIGKILL']);

      const done = await knex('knex_migrations').pluck('name');
      expect(await schemaOf(knex)).toEqual(versions[done.length - 1]);
      await expectRows(knex, kept);

      // The next start goes on, without anybody's help.
      await migrateDatabase(knex);
      expect(await schemaOf(knex)).toEqual(versions[names.length - 1]);
      await expectRows(knex, kept);
    }
  });

  async function expectRows(
    knex: Knex,
    kept: ReadonlyMap<string, Record<string, unknown>[]>,
  ) {
    for (const [table, rows] of kept) {
      const now: Record<string, unknown>[] = await knex(table).select();
      for (const row of rows) {
        expect([table, ...now]).toContainEqual(expect.objectContaining(row));
      }
    }
  }
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import knexFactory, { type Knex } from 'knex';
import { asset, contract } from '../__testUtils__/entities';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { TestRegister, TODAY } from '../__testUtils__/testRegister';
import { readRegisterConfig } from '../config';
import { prepareRegister } from '../usecases/prepareRegister';
import { closeMonths } from '../usecases/closing/closeMonths';
import { runRegisterCommand } from './runRegisterCommand';

jest.setTimeout(180_000);

const databases = registerDatabases();
const BIN = resolve(__dirname, '../../bin/itam-register');

interface Ran {
  code: number;
  out: string;
  error: string;
}

/** Runs the command as an operator would, in a process of its own. */
async function run(...args: string[]): Promise<Ran> {
  return await new Promise(done => {
    const child = execFile(
      process.execPath,
      [BIN, ...args],
      { env: { ...process.env, NODE_OPTIONS: '' } },
      (_error, out, error) => done({ code: child.exitCode ?? -1, out, error }),
    );
  });
}

describe.each(engines)('the register command on %s', engine => {
  let folder: string;
  let database: Knex;
  let config: string;

  /** A database of its own, and the configuration to find it. */
  async function place(id: TestDatabaseId): Promise<[Knex, object]> {
    if (id === 'SQLITE_3') {
      const knex = knexFactory({
        client: 'better-sqlite3',
        connection: { filename: join(folder, 'itam.sqlite') },
        useNullAsDefault: true,
      });
      return [
        knex,
        { client: 'better-sqlite3', connection: { directory: folder } },
      ];
    }
    const knex = await databases.empty(id);
    const {
      host,
      port,
      user,
      password,
      database: name,
    } = knex.client.connectionSettings;
    return [
      knex,
      {
        client: 'pg',
        connection: { host, port, user, password },
        plugin: { itam: { connection: { database: name } } },
      },
    ];
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'itam-register-'));
    const [knex, settings] = await place(engine);
    database = knex;
    config = join(folder, 'app-config.yaml');
    await writeFile(
      config,
      JSON.stringify({ backend: { database: settings } }),
    );
  });

  afterEach(async () => {
    if (engine === 'SQLITE_3') {
      await database.destroy();
    }
    await rm(folder, { recursive: true });
  });

  async function fill(): Promise<void> {
    await prepareRegister({ database }, TODAY);
    const register = new TestRegister(
      database,
      readRegisterConfig(new ConfigReader({})),
    );
    await register.declare(asset('a'));
    await register.declare(contract('c', { covers: ['asset:default/a'] }));
    await register.activate();
    await closeMonths(
      register,
      { closedThrough: '2026-02', actor: 'user:default/f', at: TODAY },
      () => {},
    );
  }

  it('evaluates the policies', async () => {
    await fill();
    const ran = await run('evaluate', '--config', config);
    expect(ran).toEqual({
      code: 0,
      out: 'Policies: 2 records evaluated\n',
      error: '',
    });
    const findings = await database('findings')
      .where('subject_ref', 'asset:default/a')
      .pluck('rule');
    expect(findings).toContain('model-missing');
    expect(await database('policy_pending').select()).toEqual([]);
  });

  it('finds what differs, and computes it anew', async () => {
    await fill();
    const equal = await run('check', '--segments', '--config', config);
    expect(equal).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^Read model: [1-9]\d* rows compared, 0 differ\nCost segments: 2 records compared, 0 differ, 0 cannot be computed\n$/,
      ),
    });
    expect(equal.error).toMatch(/have not been computed for/);

    await database('cost_vec')
      .where({
        node_key: 'all',
        basis: 'owned',
        view: 'accrued',
        category: 'depreciation',
      })
      .update({ category: 'impairment' });
    const different = await run('check', '--config', config);
    expect(different).toMatchObject({ code: 1, error: '' });
    expect(different.out).toContain(
      '\n  all accrued owned actual impairment EUR\n',
    );
    expect(different.out).toContain(
      '\n  all accrued owned actual depreciation EUR\n',
    );

    expect(await run('rebuild', '--config', config)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Read model: \d+ rows computed anew\n$/),
    });
    expect(await run('check', '--config', config)).toMatchObject({ code: 0 });

    await database('cost_segments')
      .where({ category: 'contract', closed: false, view: 'accrued' })
      .update({ total_minor: 1 });
    const segments = await run('check', '--segments', '--config', config);
    expect(segments.code).toBe(1);
    expect(segments.out).toMatch(
      /Cost segments: 2 records compared, 1 differ, 0 cannot be computed\n {2}contract:default\/c\n/,
    );
  });

  it('says why it cannot be done', async () => {
    if (engine === 'SQLITE_3') {
      // The file is made by connecting; nothing is in it.
      await database.raw('select 1');
    }
    expect(await run('check', '--config', config)).toEqual({
      code: 2,
      out: '',
      error: 'There is no register in the database\n',
    });
    await expect(database.schema.hasTable('knex_migrations')).resolves.toBe(
      false,
    );
    expect(
      await run('check', '--config', join(folder, 'missing.yaml')),
    ).toMatchObject({ code: 2, error: expect.stringMatching(/missing\.yaml/) });
  });

  it('leaves an older register alone', async () => {
    await fill();
    await database('knex_migrations')
      .where('name', 'like', '20261125%')
      .delete();
    expect(await run('rebuild', '--config', config)).toMatchObject({
      code: 2,
      error: expect.stringMatching(/older version; start the backend once/),
    });
  });
});

describe('the arguments of the register command', () => {
  const told = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await runRegisterCommand(
      args,
      {
        out: line => lines.push(`out: ${line}`),
        error: line => lines.push(`error: ${line}`),
      },
      () => TODAY,
    );
    return { code, text: lines.join('\n') };
  };

  it.each([
    ['no command', []],
    ['an unknown command', ['repair']],
    ['segments of a rebuild', ['rebuild', '--segments']],
    ['two commands', ['check', 'rebuild']],
  ])('are refused with %s', async (_, args) => {
    expect(await told(...args)).toEqual({
      code: 2,
      text: expect.stringMatching(/^error: Usage: itam-register/),
    });
  });

  it('are refused with an option there is not', async () => {
    expect(await told('check', '--fix')).toEqual({
      code: 2,
      text: expect.stringMatching(/^error: .*--fix/),
    });
  });

  it('may ask for help', async () => {
    expect(await told('--help')).toEqual({
      code: 0,
      text: expect.stringMatching(/^out: Usage: itam-register/),
    });
  });
});

// Measures one engine: seeds an estate, starts the register, asks every
// question through HTTP and in SQL, and prints one JSON line per row.
import { ConfigReader } from '@backstage/config';
import knexFactory, { type Knex } from 'knex';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegisterConfig } from '../plugins/itam-backend/src/config';
import { seedEstate } from './estate/seedEstate';
import { estateSize } from './estate/size';
import { measureBilling } from './cloudBilling';
import { measureImport } from './imports';
import { measure, type Timing } from './measure';
import { questions, type Question } from './questions';

interface Options {
  engine: 'sqlite' | 'postgres';
  scale: number;
  folder: string;
  port: number;
  /** PostgreSQL only: connection string of the server. */
  connection: string | undefined;
  runs: number;
  only: string | undefined;
  /** Rows of the import that is measured. */
  rows: number;
  /** A billing file to deliver, besides a generated one. */
  billing: string | undefined;
  /** Most the server's JavaScript heap may take, in MiB. */
  heap: number | undefined;
}

const TOKEN = 'benchmark-benchmark-benchmark';
/** The day the estate is generated for and asked about. */
const START_LIMIT_MS = 120_000;

function progress(text: string): void {
  process.stderr.write(`  ${new Date().toISOString().slice(11, 19)} ${text}\n`);
}

function connectionOf(options: Options): Knex.Config {
  return options.engine === 'sqlite'
    ? {
        client: 'better-sqlite3',
        connection: { filename: join(options.folder, 'itam.sqlite') },
        useNullAsDefault: true,
      }
    : {
        client: 'pg',
        connection: `${options.connection}/backstage_plugin_itam`,
        pool: { min: 0, max: 8 },
      };
}

async function createDatabase(options: Options): Promise<boolean> {
  if (options.engine === 'sqlite') {
    return existsSync(join(options.folder, 'itam.sqlite'));
  }
  const admin = knexFactory({
    client: 'pg',
    connection: `${options.connection}/postgres`,
  });
  const found = await admin('pg_database').where(
    'datname',
    'backstage_plugin_itam',
  );
  if (found.length === 0) {
    await admin.raw('create database backstage_plugin_itam');
  }
  await admin.destroy();
  return found.length > 0;
}

function writeConfig(options: Options): string {
  const url = `http://127.0.0.1:${options.port}`;
  const config = {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { port: options.port, host: '127.0.0.1' },
      database:
        options.engine === 'sqlite'
          ? {
              client: 'better-sqlite3',
              connection: { directory: options.folder },
            }
          : { client: 'pg', connection: options.connection },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'bench' } },
        ],
      },
    },
    permission: { enabled: true },
    itam: {
      projection: { schedule: { hours: 24 } },
      imports: { maxBytes: 8 * 2 ** 30 },
      cloudBilling: {
        owner: 'group:default/cloud',
        rules: [{ serviceTag: { tag: 'service' } }],
      },
      rates: { file: join(__dirname, '../examples/rates/ecb-rates.csv') },
    },
  };
  const file = join(options.folder, 'app-config.json');
  writeFileSync(file, JSON.stringify(config, undefined, 2));
  return file;
}

async function startServer(options: Options): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      ...(options.heap ? [`--max-old-space-size=${options.heap}`] : []),
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      join(__dirname, 'server.ts'),
      '--config',
      writeConfig(options),
    ],
    {
      cwd: join(__dirname, '../packages/backend'),
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    try {
      await ask(options, '/api/catalog/ping');
      return child;
    } catch (error) {
      if (Date.now() > deadline || child.exitCode !== null) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }
}

async function ask(options: Options, path: string): Promise<unknown> {
  const response = await fetchAgain(`http://127.0.0.1:${options.port}${path}`, {
    headers: { Authorization: `Bearer ${TOKEN}` },
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`);
  }
  return text;
}

/** The server closes connections that were idle while SQL was measured. */
async function fetchAgain(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    return await fetch(url, init);
  }
}

async function explain(
  knex: Knex,
  { sql, values }: { sql: string; values: readonly unknown[] },
): Promise<string> {
  const isPostgres = knex.client.config.client === 'pg';
  const prefix = isPostgres
    ? 'explain (analyze, buffers)'
    : 'explain query plan';
  const answer = await knex.raw(`${prefix} ${sql}`, [
    ...values,
  ] as Knex.Value[]);
  const rows: unknown[] = isPostgres ? answer.rows : answer;
  return rows.map(row => JSON.stringify(row)).join('\n');
}

async function measureQuestion(
  knex: Knex,
  options: Options,
  question: Question,
): Promise<Record<string, Timing | undefined>> {
  // A question that takes long needs fewer turns for the same certainty.
  const begun = Date.now();
  await ask(options, `/api/itam${question.path(0)}`);
  const slow = Date.now() - begun > 500;
  const runs = slow ? Math.max(5, Math.round(options.runs / 20)) : options.runs;
  const plan = { runs, warmUp: Math.ceil(runs / 10) };
  const sqlOf =
    (
      statement: (turn: number) => { sql: string; values: readonly unknown[] },
    ) =>
    async (turn: number) => {
      const { sql, values } = statement(turn);
      await knex.raw(sql, [...values] as Knex.Value[]);
    };
  return {
    http: await measure(
      turn => ask(options, `/api/itam${question.path(turn)}`),
      plan,
    ),
    raw:
      question.rawSql &&
      (await measure(sqlOf(question.rawSql), {
        runs: Math.min(plan.runs, 20),
        warmUp: 2,
      })),
    readModel:
      question.readModelSql &&
      (await measure(sqlOf(question.readModelSql), plan)),
  };
}

async function main(): Promise<void> {
  const options: Options = JSON.parse(process.argv[2]);
  mkdirSync(options.folder, { recursive: true });
  const size = estateSize(options.scale);
  const asOf = new Date();
  const seeded = await createDatabase(options);
  const knex = knexFactory(connectionOf(options));
  if (!seeded) {
    const begun = Date.now();
    await seedEstate(
      knex,
      { size, config: readRegisterConfig(new ConfigReader({})), asOf },
      progress,
    );
    progress(`seeded in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  }
  const server = await startServer(options);
  try {
    const ping = await measure(() => ask(options, '/api/catalog/ping'), {
      runs: options.runs * 2,
      warmUp: 50,
    });
    print({ row: 'authenticated ping', engine: options.engine, http: ping });
    const today = asOf.toISOString().slice(0, 10);
    for (const question of questions(knex, size, today)) {
      if (options.only && !question.name.includes(options.only)) {
        continue;
      }
      try {
        const timings = await measureQuestion(knex, options, question);
        print({
          row: question.name,
          engine: options.engine,
          targets: question.targets,
          ...timings,
        });
        if (question.rawSql) {
          const file = join(options.folder, `plan-${question.name}.txt`);
          writeFileSync(file, await explain(knex, question.rawSql(0)));
        }
      } catch (error) {
        print({
          row: question.name,
          engine: options.engine,
          error: error instanceof Error ? error.message : String(error),
        });
      }
    }
    if (server.pid && (!options.only || 'import'.includes(options.only))) {
      await measureImport({
        url: `http://127.0.0.1:${options.port}`,
        token: TOKEN,
        rows: options.rows,
        size,
        pid: server.pid,
        knex,
        report: (row, text) => print({ row, engine: options.engine, text }),
      });
    }
    if (server.pid && (!options.only || 'billing'.includes(options.only))) {
      await measureBilling({
        url: `http://127.0.0.1:${options.port}`,
        token: TOKEN,
        rows: options.rows,
        pid: server.pid,
        file: options.billing,
        report: (row, text) => print({ row, engine: options.engine, text }),
      });
    }
  } finally {
    server.kill('SIGTERM');
    await knex.destroy();
  }
}

function print(row: object): void {
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${String(error.stack).slice(0, 2_000)}\n`);
    process.exit(1);
  },
);

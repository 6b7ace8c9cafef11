// An estate in a database, and the register that serves it, in a process of
// its own.
import { ConfigReader } from '@backstage/config';
import knexFactory, { type Knex } from 'knex';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRegisterConfig } from '../plugins/itam-backend/src/config';
import {
  migrateDatabase,
  migrationsDirectory,
} from '../plugins/itam-backend/src/database/migrateDatabase';
import { settingKeys } from '../plugins/itam-backend/src/database/settingKeys';
import { readSetting } from '../plugins/itam-backend/src/stores/settings/readSetting';
import { writeSetting } from '../plugins/itam-backend/src/stores/settings/writeSetting';
import { freePort } from '../scripts/setup/postgres.mjs';
import {
  evaluateEstate,
  refreshStatistics,
  seedEstate,
} from './estate/seedEstate';
import { estateSize, type EstateSize } from './estate/size';

/** What is measured, and where. */
export interface EstateOptions {
  engine: 'sqlite' | 'postgres';
  scale: number;
  /** Holds the database on SQLite, and what is written about it. */
  folder: string;
  /** PostgreSQL only: connection string of the server, without database. */
  connection: string | undefined;
  /** Most the server's JavaScript heap may take, in MiB. */
  heap: number | undefined;
  /**
   * Counts as evaluated, as the setting says it, without being so: for an
   * estate that is asked nothing about findings.
   */
  evaluatedAs?: string;
}

/** An answer of the server. */
export interface Answered {
  status: number;
  text: string;
  etag: string | null;
}

/** The register with an estate. */
export interface EstateServer {
  size: EstateSize;
  asOf: Date;
  knex: Knex;
  /** Base of the API, such as http://127.0.0.1:7007. */
  url: string;
  token: string;
  /** Process id of the server. */
  pid: number;
  /** Asks below the base; throws unless it is answered well. */
  ask(path: string): Promise<string>;
  /** Asks below /api/itam, whatever is answered. */
  send(
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answered>;
  /** Ends the server; the database stays open. */
  stopServer(): Promise<void>;
  stop(): Promise<void>;
}

const TOKEN = 'benchmark-benchmark-benchmark';
const DATABASE = 'backstage_plugin_itam';
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 15_000;

/** Tells how far it is to the person at the terminal. */
export function progress(text: string): void {
  process.stderr.write(`  ${new Date().toISOString().slice(11, 19)} ${text}\n`);
}

/** Seeds the estate unless its database is there, and starts the register. */
export async function openEstate(
  options: EstateOptions,
): Promise<EstateServer> {
  const asOf = new Date();
  const size = estateSize(options.scale);
  const knex = await openDatabase(options, size, asOf);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = await startServer(options, url);
  const ended = new Promise(resolve => child.on('close', resolve));
  const stopServer = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(timer);
  };
  const send = async (
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answered> => {
    const response = await fetchAgain(`${url}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${TOKEN}`,
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
    return {
      status: response.status,
      text: await response.text(),
      etag: response.headers.get('etag'),
    };
  };
  return {
    size,
    asOf,
    knex,
    url,
    token: TOKEN,
    pid: child.pid ?? 0,
    ask: async path => await answerOf(url, path),
    send: async (method, path, body, headers) =>
      await send(method, `/api/itam${path}`, body, headers),
    stopServer,
    stop: async () => {
      await stopServer();
      await knex.destroy();
    },
  };
}

/** What an estate that is evaluated says so with. */
export async function evaluatedAs(
  server: EstateServer,
): Promise<string | undefined> {
  return await readSetting(server.knex, settingKeys.policiesEvaluatedFor);
}

/** Seeds the estate unless its database is there. */
export async function seedOnly(options: EstateOptions): Promise<void> {
  const knex = await openDatabase(
    options,
    estateSize(options.scale),
    new Date(),
  );
  await knex.destroy();
}

async function openDatabase(
  options: EstateOptions,
  size: EstateSize,
  asOf: Date,
): Promise<Knex> {
  mkdirSync(options.folder, { recursive: true });
  const seeded = join(options.folder, 'seeded.json');
  const isSeeded = existsSync(seeded);
  await createDatabase(options, isSeeded);
  const knex = knexFactory(connectionOf(options));
  const config = readRegisterConfig(new ConfigReader({}));
  if (isSeeded) {
    await migrateKept(knex);
    await noteDay(knex, asOf);
  } else {
    const begun = Date.now();
    await seedEstate(knex, { size, config, asOf }, progress);
    const seconds = Math.round((Date.now() - begun) / 1_000);
    progress(`seeded in ${seconds} s`);
    writeFileSync(seeded, JSON.stringify({ ...size, asOf, seconds }));
  }
  if (options.evaluatedAs === undefined) {
    await evaluateEstate(knex, { config, asOf }, progress);
  } else {
    await writeSetting(
      knex,
      settingKeys.policiesEvaluatedFor,
      options.evaluatedAs,
    );
  }
  return knex;
}

/**
 * A migration that writes many rows leaves them to the database's own
 * housekeeping, which comes around later than a question that is measured.
 */
async function migrateKept(knex: Knex): Promise<void> {
  const [, pending]: [unknown[], unknown[]] = await knex.migrate.list({
    directory: migrationsDirectory(),
  });
  await migrateDatabase(knex);
  if (pending.length > 0) {
    await refreshStatistics(knex);
    progress(`${pending.length} migrations made`);
  }
}

function connectionOf(options: EstateOptions): Knex.Config {
  return options.engine === 'sqlite'
    ? {
        client: 'better-sqlite3',
        connection: { filename: join(options.folder, 'itam.sqlite') },
        useNullAsDefault: true,
      }
    : {
        client: 'pg',
        connection: `${options.connection}/${DATABASE}`,
        pool: { min: 0, max: 8 },
      };
}

/** One that was seeded in part is thrown away. */
async function createDatabase(
  options: EstateOptions,
  isSeeded: boolean,
): Promise<void> {
  if (options.engine === 'sqlite') {
    for (const suffix of isSeeded ? [] : ['', '-wal', '-shm']) {
      rmSync(join(options.folder, `itam.sqlite${suffix}`), { force: true });
    }
    return;
  }
  const admin = knexFactory({
    client: 'pg',
    connection: `${options.connection}/postgres`,
  });
  if (!isSeeded) {
    await admin.raw('drop database if exists ??', [DATABASE]);
    await admin.raw('create database ??', [DATABASE]);
  }
  await admin.destroy();
}

/**
 * An estate of another day counts as computed and evaluated for this one: what
 * a day changes is little, and computing it would go on beside the questions.
 */
async function noteDay(knex: Knex, asOf: Date): Promise<void> {
  const day = asOf.toISOString().slice(0, 10);
  for (const key of [
    settingKeys.computedFor,
    settingKeys.policiesEvaluatedFor,
    settingKeys.policiesEvaluating,
  ]) {
    const rows: { value: string }[] = await knex('settings')
      .where({ key })
      .whereNot('value', '');
    for (const { value } of rows) {
      await knex('settings')
        .where({ key })
        .update({ value: `${day}${value.slice(day.length)}` });
    }
  }
}

function writeConfig(options: EstateOptions, url: string): string {
  const config = {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { port: Number(new URL(url).port), host: '127.0.0.1' },
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

async function startServer(
  options: EstateOptions,
  url: string,
): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [
      ...(options.heap ? [`--max-old-space-size=${options.heap}`] : []),
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      join(__dirname, 'server.ts'),
      '--config',
      writeConfig(options, url),
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
      await answerOf(url, '/api/catalog/ping');
      return child;
    } catch (error) {
      if (Date.now() > deadline || child.exitCode !== null) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }
}

async function answerOf(url: string, path: string): Promise<string> {
  const response = await fetchAgain(`${url}${path}`, {
    headers: { Authorization: `Bearer ${TOKEN}` },
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${text.slice(0, 500)}`);
  }
  return text;
}

/**
 * The server closes connections that were idle while SQL was measured. What
 * writes is sent once, soon after something was read.
 */
async function fetchAgain(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if ((init.method ?? 'GET') !== 'GET') {
      throw error;
    }
    return await fetch(url, init);
  }
}

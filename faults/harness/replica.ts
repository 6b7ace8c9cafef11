import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { freePort } from '../../scripts/setup/postgres.mjs';
import { eventually } from './eventually';

const START_LIMIT_MS = 150_000;
const STOP_LIMIT_MS = 15_000;
const ANSWER_LIMIT_MS = 60_000;
const KEPT_OUTPUT = 200_000;
const TOKEN = 'a-static-token-of-the-fault-tests';
const ROOT = join(__dirname, '../..');

/** How a replica is started. */
export interface ReplicaOptions {
  /** `backend.database` of the configuration. */
  database: JsonObject;
  /** Base addresses of plugins that are not in the process itself. */
  endpoints?: Record<string, string>;
  /** Configuration under `itam`. */
  itam?: JsonObject;
  /** How far its clock is ahead. */
  clockAheadMs?: number;
}

/** What is asked of a replica. */
export interface Ask {
  method?: string;
  /** JSON, or text of a CSV file. */
  body?: object | string;
  headers?: Record<string, string>;
  /** Another one than that of a service that may do everything. */
  token?: string;
}

/** An answer of a replica. */
export class Answer {
  constructor(
    readonly status: number,
    readonly text: string,
    readonly etag: string | null,
  ) {}

  /** The body, which has to be JSON. */
  json<T>(): T {
    const body: T = JSON.parse(this.text);
    return body;
  }
}

/** A backend with the register in a process of its own. */
export interface Replica {
  url: string;
  pid: number;
  /** Asks below /api/itam. */
  ask(path: string, ask?: Ask): Promise<Answer>;
  /** Whether the process still is the one that was started. */
  alive(): boolean;
  /** Freezes the process where it is. */
  freeze(): void;
  /** Lets it go on. */
  thaw(): void;
  /** Ends it without a chance to clean up. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** The end of what it wrote. */
  output(): string;
}

/** `backend.database` for databases of a PostgreSQL server. */
export function postgresDatabase(
  connectionString: string,
  prefix: string,
): JsonObject {
  return {
    client: 'pg',
    prefix,
    connection: connectionString.replace(/\/postgres$/, ''),
    knexConfig: {
      pool: { min: 0, max: 10 },
      // A test waits for what a portal would wait a minute for.
      acquireConnectionTimeout: 10_000,
    },
  };
}

/** `backend.database` for SQLite files in a folder. */
export function sqliteDatabase(folder: string): JsonObject {
  return { client: 'better-sqlite3', connection: { directory: folder } };
}

/** Starts a replica and waits until it answers. */
export async function startReplica(options: ReplicaOptions): Promise<Replica> {
  const folder = mkdtempSync(join(tmpdir(), 'itam-replica-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const config = join(folder, 'app-config.json');
  writeFileSync(config, JSON.stringify(configOf(options, url)));
  const child = spawn(
    process.execPath,
    [
      ...['--require', join(__dirname, 'shiftedClock.cjs')],
      ...[
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      join(ROOT, 'bench/server.ts'),
      ...['--config', config],
    ],
    {
      cwd: join(ROOT, 'packages/backend'),
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NODE_OPTIONS: '--no-node-snapshot',
        LOG_LEVEL: 'warn',
        CLOCK_AHEAD_MS: String(options.clockAheadMs ?? 0),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const take = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  let ended = false;
  const end = new Promise<void>(resolve => {
    child.on('close', () => {
      ended = true;
      rmSync(folder, { recursive: true, force: true });
      if (process.env.FAULTS_LOG) {
        appendFileSync(process.env.FAULTS_LOG, output);
      }
      resolve();
    });
  });

  const replica: Replica = {
    url,
    pid: child.pid ?? 0,
    ask: async (path, ask) => await send(`${url}/api/itam${path}`, ask),
    alive: () => !ended,
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    kill: async () => {
      child.kill('SIGKILL');
      await end;
    },
    stop: async () => {
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      await end;
      clearTimeout(timer);
    },
    output: () => output,
  };
  try {
    await eventually(async () => {
      if (ended) {
        return;
      }
      const { status } = await replica.ask('/records?limit=1');
      if (status !== 200) {
        throw new Error(`The replica answers ${status}`);
      }
    }, START_LIMIT_MS);
  } catch (error) {
    await replica.kill();
    throw new Error(`A replica did not start: ${error}\n${output}`);
  }
  if (ended) {
    throw new Error(`A replica ended while it started:\n${output}`);
  }
  return replica;
}

async function send(url: string, ask: Ask = {}): Promise<Answer> {
  const { method = 'GET', body, headers = {}, token = TOKEN } = ask;
  const isFile = typeof body === 'string';
  const response = await fetch(url, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body === undefined
        ? {}
        : { 'Content-Type': isFile ? 'text/csv' : 'application/json' }),
      ...headers,
    },
    body: isFile ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  return new Answer(
    response.status,
    await response.text(),
    response.headers.get('etag'),
  );
}

function configOf(options: ReplicaOptions, url: string): JsonObject {
  const { endpoints = {}, itam = {} } = options;
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { port: Number(new URL(url).port), host: '127.0.0.1' },
      database: options.database,
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'faults' } },
        ],
      },
    },
    discovery: {
      endpoints: Object.entries(endpoints).map(([plugin, target]) => ({
        target,
        plugins: [plugin],
      })),
    },
    permission: { enabled: true },
    itam: { projection: { schedule: { hours: 24 } }, ...itam },
  };
}

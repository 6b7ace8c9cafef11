// Measures what the plugins add to a portal that does nothing: the time to
// start and the memory it holds, with them and without, in turn.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../scripts/setup/postgres.mjs';
import { compilePackages } from './added/compilePackages';
import { quantile, verdict } from './measure';
import { residentMiB } from './residentMiB';

interface Options {
  engine: 'sqlite' | 'postgres';
  folder: string;
  connection: string | undefined;
}

interface Started {
  startMs: number;
  memoryMiB: number;
}

const TURNS = 7;
/** By then the tasks that run once at the start are done. */
const IDLE_MS = 20_000;
const COLLECT_MS = 2_000;
const START_LIMIT_MS = 120_000;
const MOST_MS = 200;
const MOST_MIB = 20;
const ROOT = join(__dirname, '..');
/** Below the root, whose packages it uses. */
const COMPILED = join(ROOT, '.test/added');

async function main(): Promise<void> {
  const options: Options = JSON.parse(process.argv[2]);
  rmSync(COMPILED, { recursive: true, force: true });
  compilePackages(join(ROOT, 'plugins'), join(COMPILED, 'node_modules'));
  copyFileSync(
    join(__dirname, 'added/portalBackend.cjs'),
    join(COMPILED, 'portalBackend.cjs'),
  );
  const found: Record<'with' | 'without', Started[]> = {
    with: [],
    without: [],
  };
  for (let turn = 0; turn <= TURNS; turn++) {
    for (const which of ['without', 'with'] as const) {
      const started = await startOnce(options, which);
      // The first start makes the tables.
      if (turn > 0) {
        found[which].push(started);
      }
    }
  }
  report(found, 'startMs', 'start until it is ready', 'ms', MOST_MS);
  report(found, 'memoryMiB', 'resident memory, idle', 'MiB', MOST_MIB);
}

function report(
  found: Record<'with' | 'without', Started[]>,
  what: keyof Started,
  name: string,
  unit: string,
  most: number,
): void {
  const [without, added] = (['without', 'with'] as const).map(which =>
    quantile(
      found[which].map(started => started[what]),
      0.5,
    ),
  );
  const spread = (which: 'with' | 'without') => {
    const values = found[which].map(started => started[what]);
    return `${quantile(values, 0).toFixed(0)}–${quantile(values, 1).toFixed(
      0,
    )}`;
  };
  const row = {
    row: `added to the portal: ${name}, median of ${TURNS}, ${unit}`,
    text: `without ${without.toFixed(0)} (${spread(
      'without',
    )}), with ${added.toFixed(0)} (${spread('with')})`,
    target: verdict(
      added - without <= most,
      `+${(added - without).toFixed(0)} ${unit} (≤ ${most})`,
    ),
  };
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

async function startOnce(
  options: Options,
  which: 'with' | 'without',
): Promise<Started> {
  const folder = join(options.folder, which);
  mkdirSync(folder, { recursive: true });
  const url = `http://127.0.0.1:${await freePort()}`;
  const config = join(folder, 'app-config.json');
  writeFileSync(config, JSON.stringify(configOf(options, which, url)));
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    ['--expose-gc', join(COMPILED, 'portalBackend.cjs'), '--config', config],
    {
      cwd: join(ROOT, 'packages/backend'),
      env: {
        ...process.env,
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
        ...(which === 'with' ? { ITAM: '1' } : {}),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const ended = new Promise(resolve => child.on('close', resolve));
  try {
    await ready(url, begun, () => child.exitCode !== null);
    const startMs = performance.now() - begun;
    await pause(IDLE_MS);
    child.kill('SIGUSR2');
    await pause(COLLECT_MS);
    return { startMs, memoryMiB: residentMiB(child.pid ?? 0).now };
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

async function ready(
  url: string,
  begun: number,
  ended: () => boolean,
): Promise<void> {
  for (;;) {
    try {
      const answer = await fetch(`${url}/.backstage/health/v1/readiness`);
      if (answer.ok) {
        return;
      }
    } catch {
      // Nobody listens yet.
    }
    if (ended() || performance.now() - begun > START_LIMIT_MS) {
      throw new Error('The portal did not start');
    }
    await pause(10);
  }
}

function configOf(
  { engine, folder, connection }: Options,
  which: 'with' | 'without',
  url: string,
): object {
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: { port: Number(new URL(url).port), host: '127.0.0.1' },
      database:
        engine === 'sqlite'
          ? {
              client: 'better-sqlite3',
              connection: { directory: join(folder, which) },
            }
          : { client: 'pg', connection, prefix: `${which}_` },
    },
    permission: { enabled: true },
    catalog: {
      rules: [{ allow: ['Group', 'User', 'Component', 'System', 'Domain'] }],
      locations: [{ type: 'file', target: join(ROOT, 'examples/org.yaml') }],
    },
  };
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${String(error.stack).slice(0, 2_000)}\n`);
    process.exit(1);
  },
);

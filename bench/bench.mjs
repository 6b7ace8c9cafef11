// Measures the register on an estate: yarn bench [--scale 1] [--engine both]
//   [--runs 200] [--only "part of a row's name"] [--rows 100000] [--heap MiB]
//   [--billing FOCUS file] [--keep folder]
// Seeds an estate to be measured later: --seed --keep folder
// Compares with an estate ten times as large: --growth
// Measures the catalog alone with 10,000 entities: --catalog
// Measures what the plugins add to a portal that does nothing: --added
import { cpus, loadavg, totalmem, tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { runMain } from '../scripts/setup/progress.mjs';
import { ensureToolchain, root } from '../scripts/setup/toolchain.mjs';
import { ensureTestPackages } from '../scripts/setup/debian.mjs';
import { freePort, startPostgres } from '../scripts/setup/postgres.mjs';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    engine: { type: 'string', default: 'both' },
    runs: { type: 'string', default: '200' },
    only: { type: 'string' },
    rows: { type: 'string', default: '100000' },
    billing: { type: 'string' },
    heap: { type: 'string' },
    keep: { type: 'string' },
    seed: { type: 'boolean' },
    growth: { type: 'boolean' },
    catalog: { type: 'boolean' },
    added: { type: 'boolean' },
  },
});

/** How much larger the estate is that growth is measured with. */
const GROWTH = 10;
/** Targets that were missed, with what was measured of their cause. */
const missed = [];

const ms = value =>
  value === undefined ? '' : value < 10 ? value.toFixed(2) : value.toFixed(0);

/** What a row's targets come to: the ratio reached and the one allowed. */
function verdicts(row, ping) {
  const targets = row.targets ?? {};
  const found = [];
  const check = (ok, text) => found.push(`${ok ? '✓' : '✗'} ${text}`);
  if (targets.pings) {
    const ratio = row.http.p50 / ping.p50;
    check(
      ratio <= targets.pings,
      `${ratio.toFixed(1)} × ping (≤ ${targets.pings})`,
    );
  }
  if (targets.raw) {
    const ratio = row.http.p50 / row.raw.p50;
    check(ratio <= targets.raw, `${ratio.toFixed(2)} × SQL (≤ ${targets.raw})`);
  }
  if (targets.fasterThanRaw) {
    const ratio = row.raw.p50 / row.http.p50;
    check(
      ratio >= targets.fasterThanRaw,
      `${ratio.toFixed(0)} × faster than SQL (≥ ${targets.fasterThanRaw})`,
    );
  }
  if (targets.readModelAndPings) {
    const allowed = row.readModel.p50 + targets.readModelAndPings * ping.p50;
    check(
      row.http.p50 <= allowed,
      `${row.http.p50.toFixed(1)} ms (≤ ${allowed.toFixed(1)}: read model + ${
        targets.readModelAndPings
      } pings)`,
    );
  }
  return found.join('; ');
}

/** What a question's answer takes inside the server. */
function causeOf({ profile }) {
  if (!profile) return '';
  const { processorMs, shares } = profile;
  const parts = Object.entries(shares)
    .filter(([, share]) => share >= 3)
    .map(([part, share]) => `${part} ${share} %`);
  return ` — ${processorMs.toFixed(1)} ms of processor time: ${parts.join(
    ', ',
  )}`;
}

function noteMissed(engine, row, target) {
  if (target.includes('✗')) {
    missed.push(`${engine}: ${row.row}: ${target}${causeOf(row)}`);
  }
}

function printRow(engine, row, ping) {
  if (row.error) {
    console.log(`| ${row.row} | failed: ${row.error} | | | ✗ |`);
    missed.push(`${engine}: ${row.row}: failed: ${row.error}`);
    return;
  }
  if (row.text) {
    const target = row.target ?? '';
    console.log(`| ${row.row} | ${row.text} | | | ${target} |`);
    noteMissed(engine, row, target);
    return;
  }
  const target = verdicts(row, ping);
  console.log(
    `| ${row.row} | ${ms(row.http.p50)} / ${ms(row.http.p95)} | ${ms(
      row.raw?.p50,
    )} | ${ms(row.readModel?.p50)} | ${target} |`,
  );
  noteMissed(engine, row, target);
}

/** Runs a measuring script in TypeScript, and prints its rows. */
async function measureWith(toolchain, { script, title, engine, options }) {
  const child = spawn(
    toolchain.node,
    [
      // Roll-ups of large estates are summed in memory.
      `--max-old-space-size=${Math.round(totalmem() / 2 ** 20 / 2)}`,
      '--require',
      join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      join(root, 'bench', script),
      JSON.stringify(options),
    ],
    { cwd: root, env: toolchain.env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise(resolve => child.on('close', resolve));
  let ping;
  console.log(`\n### ${title}\n`);
  console.log(
    '| question | p50 / p95 ms | live SQL p50 | read-model SQL p50 | target |',
  );
  console.log('| --- | ---: | ---: | ---: | --- |');
  for await (const line of createInterface({ input: child.stdout })) {
    const row = JSON.parse(line);
    ping ??= row.http;
    printRow(engine, row, ping);
  }
  const code = await ended;
  if (code !== 0) throw new Error(`${title} ended with ${code}`);
}

/**
 * Runs something with a database server for each folder; none on SQLite. In a
 * folder that is kept, PostgreSQL's data is kept too.
 */
async function withServers(engine, folders, work) {
  const servers = [];
  try {
    for (const folder of engine === 'postgres' ? folders : []) {
      servers.push(
        await startPostgres({
          keepIn: values.keep && join(folder, 'cluster'),
          durable: true,
        }),
      );
    }
    return await work(
      servers.map(({ connectionString }) =>
        connectionString.replace(/\/postgres$/, ''),
      ),
    );
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function measureEngine(toolchain, engine, folder) {
  const scale = Number(values.scale);
  const scales = values.growth ? [scale, scale * GROWTH] : [scale];
  const folders = scales.map(one => join(folder, `scale-${one}`, engine));
  await withServers(engine, folders, async connections => {
    const estates = scales.map((one, at) => ({
      engine,
      scale: one,
      folder: folders[at],
      connection: connections[at],
      heap: values.heap && Number(values.heap),
    }));
    await measureWith(toolchain, {
      script: values.seed ? 'seed.ts' : 'run.ts',
      title: `${engine}, scale ${scales.join(' and ')}`,
      engine,
      options: {
        estates,
        runs: Number(values.runs),
        only: values.only,
        rows: Number(values.rows),
        billing: values.billing && resolve(values.billing),
        keeps: values.keep !== undefined,
      },
    });
  });
}

/** What is measured of a server that has no estate. */
async function measureAlone(toolchain, engine, folder, script) {
  const own = join(folder, script.replace('.ts', ''), engine);
  await withServers(engine, [own], async ([connection]) => {
    await measureWith(toolchain, {
      script,
      title: `${engine}, ${script.replace('.ts', '')}`,
      engine,
      options: { engine, folder: own, connection, runs: Number(values.runs) },
    });
  });
}

/** Whether the whole table is wanted, or a part of that name. */
function wants(part) {
  return !values.only || part.includes(values.only);
}

async function measureAll(toolchain, engine, folder) {
  if (values.catalog) {
    await measureAlone(toolchain, engine, folder, 'catalogAlone.ts');
  } else if (values.added) {
    await measureAlone(toolchain, engine, folder, 'added.ts');
  } else {
    await measureEngine(toolchain, engine, folder);
    if (!values.seed && !values.growth && wants('added')) {
      await measureAlone(toolchain, engine, folder, 'added.ts');
    }
  }
}

await runMain(async () => {
  const toolchain = await ensureToolchain();
  const folder = values.keep
    ? resolve(values.keep)
    : mkdtempSync(join(tmpdir(), 'itam-bench-'));
  console.log(
    `${cpus().length} × ${cpus()[0].model}, ${Math.round(
      totalmem() / 2 ** 30,
    )} GiB, Node ${process.versions.node}, load ${loadavg()[0].toFixed(1)}`,
  );
  const engines =
    values.engine === 'both' ? ['postgres', 'sqlite'] : [values.engine];
  try {
    if (engines.includes('postgres')) await ensureTestPackages();
    for (const engine of engines) await measureAll(toolchain, engine, folder);
  } finally {
    if (!values.keep) rmSync(folder, { recursive: true, force: true });
  }
  console.log(
    missed.length === 0
      ? '\nNo target was missed.'
      : `\nMissed:\n${missed.map(line => `- ${line}`).join('\n')}`,
  );
  console.log(`\nLoad at the end ${loadavg()[0].toFixed(1)}`);
});

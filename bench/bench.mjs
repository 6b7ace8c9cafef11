// Measures the register on an estate: yarn bench [--scale 1] [--engine both]
//   [--runs 200] [--only "part of a row's name"] [--rows 100000] [--heap MiB]
//   [--billing FOCUS file] [--keep folder]
import { cpus, totalmem, tmpdir } from 'node:os';
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
  },
});

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

async function measureEngine(toolchain, engine, folder, connection) {
  const options = {
    engine,
    scale: Number(values.scale),
    folder: join(folder, engine),
    port: await freePort(),
    connection,
    runs: Number(values.runs),
    only: values.only,
    rows: Number(values.rows),
    billing: values.billing && resolve(values.billing),
    heap: values.heap && Number(values.heap),
  };
  const child = spawn(
    toolchain.node,
    [
      '--require',
      join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      join(root, 'bench/run.ts'),
      JSON.stringify(options),
    ],
    { cwd: root, env: toolchain.env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise(resolve => child.on('close', resolve));
  let ping;
  console.log(`\n### ${engine}, scale ${values.scale}\n`);
  console.log(
    '| question | p50 / p95 ms | live SQL p50 | read-model SQL p50 | target |',
  );
  console.log('| --- | ---: | ---: | ---: | --- |');
  for await (const line of createInterface({ input: child.stdout })) {
    const row = JSON.parse(line);
    if (row.error) {
      console.log(`| ${row.row} | failed: ${row.error} | | | |`);
      continue;
    }
    if (row.text) {
      console.log(`| ${row.row} | ${row.text} | | | |`);
      continue;
    }
    ping ??= row.http;
    console.log(
      `| ${row.row} | ${ms(row.http.p50)} / ${ms(row.http.p95)} | ${ms(
        row.raw?.p50,
      )} | ${ms(row.readModel?.p50)} | ${verdicts(row, ping)} |`,
    );
  }
  const code = await ended;
  if (code !== 0) throw new Error(`Measuring ${engine} ended with ${code}`);
}

await runMain(async () => {
  const toolchain = await ensureToolchain();
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'itam-bench-'));
  console.log(
    `${cpus().length} × ${cpus()[0].model}, ${Math.round(
      totalmem() / 2 ** 30,
    )} GiB, Node ${process.versions.node}`,
  );
  try {
    if (values.engine !== 'sqlite') {
      await ensureTestPackages();
      const postgres = await startPostgres();
      try {
        await measureEngine(
          toolchain,
          'postgres',
          folder,
          postgres.connectionString.replace(/\/postgres$/, ''),
        );
      } finally {
        await postgres.stop();
      }
    }
    if (values.engine !== 'postgres') {
      await measureEngine(toolchain, 'sqlite', folder, undefined);
    }
  } finally {
    if (!values.keep) rmSync(folder, { recursive: true, force: true });
  }
});

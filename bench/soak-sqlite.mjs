// Runs the portal on SQLite under a mixed load for a while: node bench/soak-sqlite.mjs [seconds]
//
// It proves the pair of Node and better-sqlite3 that package.json pins: some
// pairs abort the process in garbage collection. The young generation is kept
// small so that collections are frequent.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMain, step } from '../scripts/setup/progress.mjs';
import { ensureToolchain, root } from '../scripts/setup/toolchain.mjs';
import { freePort } from '../scripts/setup/postgres.mjs';
import {
  ensureApp,
  exampleRecordCount,
  personaToken,
  startPortal,
  waitForExample,
  waitForPortal,
} from '../scripts/setup/portal.mjs';

const seconds = Number(process.argv[2] ?? 60);

function residentMiB(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(status.match(/VmRSS:\s+(\d+)/)[1]) / 1024);
}

await runMain(async () => {
  const toolchain = await ensureToolchain();
  await ensureApp(toolchain);
  toolchain.env.NODE_OPTIONS += ' --max-semi-space-size=1';
  const dataFolder = mkdtempSync(join(tmpdir(), 'itam-soak-'));
  let output = '';
  const portal = startPortal(toolchain, {
    port: await freePort(),
    dataFolder,
    onOutput: chunk => {
      output = (output + chunk).slice(-50_000);
    },
  });
  let ended = false;
  portal.ended.then(() => {
    ended = true;
  });
  try {
    await step('Starting the portal', () => waitForPortal(portal));
    await step('Loading the example organisation', () =>
      waitForExample(portal, exampleRecordCount()),
    );
    const paths = [
      '/api/itam/records?limit=50&sort=title',
      '/api/itam/records?format=csv',
      '/api/itam/costs?of=component:default/payments-api&by=record',
      '/api/itam/costs?of=group:default/commerce&by=service&basis=used',
      '/api/itam/costs?of=all&by=owner',
      '/api/itam/health',
      '/api/catalog/entities/by-query?limit=50',
      '/api/catalog/entity-facets?facet=kind',
    ];
    const counts = { ok: 0, failed: 0 };
    const memory = [residentMiB(portal.pid)];
    await step(`${seconds} seconds of load`, async () => {
      const until = Date.now() + seconds * 1000;
      let token = '';
      let tokenAt = 0;
      const worker = async offset => {
        for (let turn = offset; Date.now() < until && !ended; turn++) {
          if (Date.now() - tokenAt > 30_000) {
            tokenAt = Date.now();
            token = await personaToken(portal.url, 'fiona');
          }
          const response = await fetch(
            portal.url + paths[turn % paths.length],
            { headers: { Authorization: `Bearer ${token}` } },
          ).catch(() => undefined);
          await response?.text();
          if (response?.ok) counts.ok++;
          else counts.failed++;
        }
      };
      token = await personaToken(portal.url, 'fiona');
      tokenAt = Date.now();
      const sampling = setInterval(
        () => !ended && memory.push(residentMiB(portal.pid)),
        10_000,
      );
      await Promise.all([0, 1, 2, 3].map(worker));
      clearInterval(sampling);
    });
    process.stdout.write(
      `${counts.ok} answers, ${counts.failed} failures, ` +
        `the process ${ended ? 'ENDED' : 'still runs'}; ` +
        `resident MiB every 10 s: ${memory.join(' ')}\n`,
    );
    if (ended || counts.failed > 0) {
      process.stderr.write(output);
      process.exitCode = 1;
    }
  } finally {
    await portal.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
});

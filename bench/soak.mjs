// Runs the portal under a mixed load for a while: yarn soak
//   [--engine sqlite|postgres|both] [--seconds 480] [--seed 20261128]
//   [--snapshots folder]
//
// People read, register and change records, import files and edit catalog
// files, all at once, while the tasks of the register run. It ends with checks:
// no answer was an error, memory is level, figures are those of a rebuild, and
// every record is what was acknowledged last. Memory is level when what is left
// after a collection does not grow in the second half, nor what is resident:
// in the first half caches fill and the heap takes the room it may have. With
// --snapshots the heap is written halfway and at the end, to see what grew.
//
// It also proves the pair of Node and better-sqlite3 that package.json pins:
// some pairs abort the process in garbage collection. The young generation is
// kept small so that collections are frequent.
import { cpus, loadavg, tmpdir } from 'node:os';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SetupError, runMain, step } from '../scripts/setup/progress.mjs';
import { ensureToolchain, root } from '../scripts/setup/toolchain.mjs';
import { ensureTestPackages } from '../scripts/setup/debian.mjs';
import { freePort, startPostgres } from '../scripts/setup/postgres.mjs';
import {
  ensureApp,
  exampleRecordCount,
  startPortal,
  waitForExample,
  waitForPortal,
} from '../scripts/setup/portal.mjs';
import { MixedLoad } from './soak/mixedLoad.mjs';
import { catalogFile, writeCatalogFile } from './soak/catalogFile.mjs';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'both' },
    seconds: { type: 'string', default: '480' },
    seed: { type: 'string', default: '20261128' },
    snapshots: { type: 'string' },
  },
});

const SAMPLE_MS = 2_000;
const COLLECTIONS = 4;
const COLLECT_EVERY_MS = 5_000;
/** A snapshot takes long to be written. */
const COLLECTED_MS = 120_000;
/** Bounds the heap as a container does: a leak ends the process. */
const HEAP_MIB = 512;
/** Growth allowed in the second half; short runs warm up. */
const SHORT_SECONDS = 300;
const GROWTH = { short: 0.1, long: 0.05 };

function residentMiB(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(status.match(/VmRSS:\s+(\d+)/)[1]) / 1024);
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * MiB that are left in the portal once its garbage is collected: the least of
 * some times, as what is being worked on then, such as an index, is left, too.
 */
async function leastLiveMiB(portal, file) {
  let least = Infinity;
  for (let time = 0; time < COLLECTIONS; time++) {
    if (time > 0) await delay(COLLECT_EVERY_MS);
    least = Math.min(least, await liveMiB(portal, file));
  }
  return least;
}

async function liveMiB(portal, file) {
  rmSync(file, { force: true });
  process.kill(portal.pid, 'SIGUSR2');
  for (let waitedMs = 0; waitedMs < COLLECTED_MS; waitedMs += 100) {
    if (existsSync(file)) {
      return Math.round(Number(readFileSync(file, 'utf8')) / 1024 / 1024);
    }
    await delay(100);
  }
  throw new SetupError('The portal did not say in time how large its heap is');
}

/** Whether memory is level; the sentence says by which rule. */
function memoryOf(resident, live, seconds) {
  const half = Math.floor(resident.length / 2);
  const quarter = Math.floor(resident.length / 4);
  const growth = seconds < SHORT_SECONDS ? GROWTH.short : GROWTH.long;
  const pairs = [
    {
      what: 'after a collection',
      before: live.halfway,
      after: live.end,
    },
    {
      what: 'resident, medians of the last two quarters',
      before: median(resident.slice(half, half + quarter)),
      after: median(resident.slice(half + quarter)),
    },
  ].map(pair => ({ ...pair, allowed: Math.round(pair.before * (1 + growth)) }));
  return {
    level: pairs.every(({ after, allowed }) => after <= allowed),
    text: pairs
      .map(
        ({ what, before, after, allowed }) =>
          `${what} ${before}, then ${after} MiB (level up to ${allowed})`,
      )
      .join('; '),
  };
}

function environmentOf(folder, connectionString) {
  const locations = ['../../examples/all.yaml', catalogFile(folder)];
  return {
    APP_CONFIG_catalog_locations: JSON.stringify(
      locations.map(target => ({ type: 'file', target })),
    ),
    // As fast as the catalog keeps up with what the load registers.
    APP_CONFIG_catalog_processingInterval: JSON.stringify({ seconds: 30 }),
    ...(connectionString && {
      APP_CONFIG_backend_database_client: 'pg',
      APP_CONFIG_backend_database_connection: JSON.stringify(
        connectionString.replace(/\/postgres$/, ''),
      ),
    }),
  };
}

async function soak(toolchain, engine, connectionString) {
  const seconds = Number(values.seconds);
  const dataFolder = mkdtempSync(join(tmpdir(), 'itam-soak-'));
  const heapFile = join(dataFolder, 'live-heap');
  const env = environmentOf(dataFolder, connectionString);
  writeCatalogFile(dataFolder, 0);
  let output = '';
  const portal = startPortal(
    {
      ...toolchain,
      env: {
        ...toolchain.env,
        ITAM_SOAK_HEAP: heapFile,
        ...(values.snapshots && {
          ITAM_SOAK_SNAPSHOTS: join(resolve(values.snapshots), engine),
        }),
        NODE_OPTIONS: [
          toolchain.env.NODE_OPTIONS,
          '--max-semi-space-size=1',
          `--max-old-space-size=${HEAP_MIB}`,
          `--require=${join(root, 'bench/soak/liveHeap.cjs')}`,
        ].join(' '),
      },
    },
    {
      port: await freePort(),
      dataFolder,
      env,
      onOutput: chunk => {
        output = (output + chunk).slice(-20_000);
      },
    },
  );
  let ended = false;
  portal.ended.then(() => {
    ended = true;
  });
  const problems = [];
  try {
    await step(`Starting the portal on ${engine}`, () => waitForPortal(portal));
    await step('Loading the example organisation', () =>
      waitForExample(portal, exampleRecordCount() + 1),
    );
    const load = new MixedLoad(portal, {
      seed: Number(values.seed),
      folder: dataFolder,
      ended: () => ended,
    });
    const samples = [];
    const live = {};
    await step(`${seconds} seconds of load`, async () => {
      const sampling = setInterval(
        () => !ended && samples.push(residentMiB(portal.pid)),
        SAMPLE_MS,
      );
      const halfway = delay((seconds / 2) * 1000).then(
        async () => !ended && leastLiveMiB(portal, heapFile),
      );
      // Told at the end; meanwhile nobody listens.
      halfway.catch(() => {});
      await load.run(seconds);
      clearInterval(sampling);
      live.halfway = await halfway;
      if (!ended) live.end = await leastLiveMiB(portal, heapFile);
    });
    const machine = `load of the machine ${loadavg()[0].toFixed(1)} on ${
      cpus().length
    } cores`;
    if (ended) {
      throw new SetupError('The portal ended under load');
    }
    const memory = memoryOf(samples, live, seconds);
    if (!memory.level) problems.push('memory grew');
    process.stdout.write(
      `${engine}, ${seconds} s: ${load.summary()}; ${
        memory.text
      }; ${machine}\n` +
        `  every ${
          Math.ceil(samples.length / 24) * (SAMPLE_MS / 1000)
        } s: ${samples
          .filter((_, at) => at % Math.ceil(samples.length / 24) === 0)
          .join(' ')}\n`,
    );
    try {
      await step('What was acknowledged is there', async () => {
        problems.push(...(await load.differences()));
      });
    } finally {
      problems.push(...load.failures.slice(0, 10));
    }
    await step('Figures are those of a rebuild', async () => {
      const { code, output: said } = await toolchain.yarn(
        [
          ...['node', join(root, 'plugins/itam-backend/bin/itam-register')],
          ...['check', '--segments', '--config', join(root, 'app-config.yaml')],
        ],
        {
          cwd: join(root, 'packages/backend'),
          allowFailure: true,
          env: { ...env, ITAM_PORTAL_DATA: dataFolder },
        },
      );
      process.stdout.write(
        said.replace(/^/gm, '  ').trimEnd().slice(-2_000).concat('\n'),
      );
      if (code !== 0) problems.push(`itam-register check ended with ${code}`);
    });
  } catch (error) {
    problems.push(error.message);
  } finally {
    await portal.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
  if (problems.length > 0) {
    process.stderr.write(`${output.slice(-4_000)}\n`);
    throw new SetupError(`Soak on ${engine}: ${problems.join('; ')}`);
  }
}

await runMain(async () => {
  const toolchain = await ensureToolchain();
  await ensureApp(toolchain);
  if (values.engine !== 'postgres') {
    await soak(toolchain, 'sqlite', undefined);
  }
  if (values.engine !== 'sqlite') {
    await ensureTestPackages();
    const postgres = await startPostgres();
    try {
      await soak(toolchain, 'postgres', postgres.connectionString);
    } finally {
      await postgres.stop();
    }
  }
});

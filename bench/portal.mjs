// Measures what people wait for in the portal, on an estate:
// yarn bench:portal [--scale 1] [--turns 10] [--keep folder]
import { spawn } from 'node:child_process';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumPath, ensureTestPackages } from '../scripts/setup/debian.mjs';
import {
  ensureApp,
  personaToken,
  startPortal,
  waitForPortal,
} from '../scripts/setup/portal.mjs';
import { freePort } from '../scripts/setup/postgres.mjs';
import { runMain, step } from '../scripts/setup/progress.mjs';
import { ensureToolchain, root } from '../scripts/setup/toolchain.mjs';
import { tasksFor } from './portal/tasks.mjs';
import { makeUnusedPools } from './portal/unusedPools.mjs';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    turns: { type: 'string', default: '10' },
    keep: { type: 'string' },
  },
});

// Asset managers see the whole register.
const PERSONA = 'amir';
const turns = Number(values.turns);
const once = { hours: 24 };

function seed(toolchain, folder) {
  const child = spawn(
    toolchain.node,
    [
      '--require',
      join(root, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      join(root, 'bench/portal/seed.ts'),
      JSON.stringify({ folder, scale: Number(values.scale) }),
    ],
    { cwd: root, env: toolchain.env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', chunk => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('close', code =>
      code === 0
        ? resolve(JSON.parse(output))
        : reject(new Error(`Seeding ended with ${code}`)),
    );
  });
}

/** What differs from the example portal: its people, and whose records. */
function settings(folder) {
  return {
    APP_CONFIG_catalog_locations: JSON.stringify([
      { type: 'file', target: '../../examples/org.yaml' },
      { type: 'file', target: join(folder, 'organisation.yaml') },
    ]),
    // Every record of the estate is linked to a service, and a catalog is not
    // made for as many entities.
    APP_CONFIG_itam_catalog_publication_scope: 'none',
    APP_CONFIG_catalog_processingInterval: JSON.stringify(once),
    // Once the catalog is there; of a part of it, all would move twice.
    APP_CONFIG_itam_projection_schedule: JSON.stringify(once),
    APP_CONFIG_search_collators_itam_schedule_frequency: JSON.stringify(once),
    APP_CONFIG_search_collators_itam_schedule_initialDelay:
      JSON.stringify(once),
  };
}

function clientOf(portal, token) {
  return async (method, path, body, version) => {
    const response = await fetch(`${portal.url}/api/itam${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        ...(version ? { 'If-Match': `"${version}"` } : {}),
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return text && JSON.parse(text);
  };
}

async function waitForCatalog(portal, entities) {
  for (let second = 0; second < 1_800; second++) {
    const token = await personaToken(portal.url, PERSONA).catch(
      () => undefined,
    );
    if (token) {
      const response = await fetch(
        `${portal.url}/api/catalog/entities/by-query?limit=1`,
        { headers: { Authorization: `Bearer ${token}` } },
      );
      if (response.ok && (await response.json()).totalItems >= entities) return;
    }
    await new Promise(resolve => setTimeout(resolve, 1_000));
  }
  throw new Error(`The catalog did not take ${entities} entities`);
}

/** Has costs roll up over the catalog as it is, and waits for that. */
async function projectCatalog(portal) {
  const ask = async (method, path) => {
    const response = await fetch(
      `${portal.url}/api/itam/.backstage/scheduler/v1/tasks${path}`,
      {
        method,
        headers: {
          Authorization: `Bearer ${await personaToken(portal.url, PERSONA)}`,
        },
      },
    );
    return { ok: response.ok, text: await response.text() };
  };
  const begun = new Date().toISOString();
  for (let second = 0; second < 1_800; second++) {
    const triggered = await ask('POST', '/itam-projection/trigger');
    if (triggered.ok) break;
    await new Promise(resolve => setTimeout(resolve, 1_000));
  }
  for (let second = 0; second < 1_800; second++) {
    const { text } = await ask('GET', '');
    const { tasks } = JSON.parse(text);
    const task = tasks.find(({ taskId }) => taskId === 'itam-projection');
    const { status, lastRunEndedAt } = task.taskState;
    if (status !== 'running' && lastRunEndedAt > begun) return;
    await new Promise(resolve => setTimeout(resolve, 1_000));
  }
  throw new Error('The projection did not end');
}

/** Nothing is loading any more, and what was drawn is on the screen. */
async function still(page) {
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"]'),
  );
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => resolve())),
  );
}

async function signIn(page, portal) {
  await page.goto(portal.url);
  await page.getByRole('button', { name: new RegExp(PERSONA, 'i') }).click();
  await page.getByRole('link', { name: 'IT Assets' }).click();
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
  await still(page);
}

function print(task, name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = share =>
    Math.round(
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))],
    );
  console.log(`| ${task} | ${name} | ${at(0.5)} | ${at(0.95)} |`);
}

async function measureTasks(portal, size, products) {
  const browser = await chromium.launch({ executablePath: chromiumPath() });
  const page = await browser.newPage({
    viewport: { width: 1400, height: 1000 },
    locale: 'en-GB',
  });
  page.setDefaultTimeout(30_000);
  await signIn(page, portal);
  console.log('\n| task | step | p50 ms | p95 ms |');
  console.log('| --- | --- | ---: | ---: |');
  for (const { name, steps } of tasksFor(size, products)) {
    const times = new Map();
    for (let turn = 0; turn < turns; turn++) {
      await page.goto(`${portal.url}/it-assets/audits`);
      await page.getByRole('tab', { name: 'Audits' }).waitFor();
      await still(page);
      for (const one of steps(turn)) {
        const begun = performance.now();
        try {
          await one.do(page);
          await one.seen(page);
          await still(page);
        } catch (error) {
          await page.screenshot({ path: join(tmpdir(), 'bench-portal.png') });
          throw new Error(`${name}, ${one.name}: ${error.message}`);
        }
        const took = performance.now() - begun;
        times.set(one.name, [...(times.get(one.name) ?? []), took]);
      }
    }
    for (const [stepName, all] of times) print(name, stepName, all);
  }
  await browser.close();
}

await runMain(async () => {
  const toolchain = await ensureToolchain();
  await ensureTestPackages();
  await ensureApp(toolchain);
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'itam-bench-'));
  const { entities, size } = await step('Seeding the estate', () =>
    seed(toolchain, folder),
  );
  let output = '';
  const portal = startPortal(toolchain, {
    port: await freePort(),
    dataFolder: folder,
    env: settings(folder),
    onOutput: chunk => {
      output = (output + chunk).slice(-20_000);
    },
  });
  try {
    await waitForPortal(portal);
    await step('Waiting for the catalog', () =>
      waitForCatalog(portal, entities),
    );
    await step('Projecting the catalog', () => projectCatalog(portal));
    const ask = clientOf(portal, await personaToken(portal.url, PERSONA));
    const products = await step('Making pools with unused seats', () =>
      makeUnusedPools(ask, turns),
    );
    console.log(
      `${cpus().length} × ${cpus()[0].model}, ${Math.round(
        totalmem() / 2 ** 30,
      )} GiB, Node ${process.versions.node}, load ${loadavg()[0].toFixed(1)}`,
    );
    await measureTasks(portal, size, products);
  } catch (error) {
    process.stderr.write(output);
    throw error;
  } finally {
    await portal.stop();
    if (!values.keep) rmSync(folder, { recursive: true, force: true });
  }
});

// Measures what browsers load of the plugin, page by page: yarn bench:bundle
//
// A script counts as ours when its source map names a source of ours; it is
// counted whole, compressed with gzip. Charts are loaded after the rest. The entry
// is the portal's own, so of it counts by how much it would be smaller without us.
// Ends with an error when a page loads more than is allowed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { chromiumPath, ensureTestPackages } from '../scripts/setup/debian.mjs';
import {
  ensureApp,
  exampleRecordCount,
  startPortal,
  waitForExample,
  waitForPortal,
} from '../scripts/setup/portal.mjs';
import { freePort } from '../scripts/setup/postgres.mjs';
import { runMain, step } from '../scripts/setup/progress.mjs';
import { ensureToolchain, root } from '../scripts/setup/toolchain.mjs';

const built = join(root, 'packages/app/dist/static');
const OURS = /plugins\/itam(-common)?\/src\//;
const CHARTS = /plugins\/itam\/src\/charts\/|\/recharts\/|\/d3-/;
const SERVICE = '/catalog/default/component/payments-api';

/** At most this many KB, compressed: in the entry, and lazily before charts. */
const LIMITS_KB = { entry: 7, lazy: 60 };

const OUR_PANEL = '[data-itam="panel"]';

/** Addresses, and what is there when the page is. */
const pages = [
  ['any page of the portal', '/settings', 'a[href="/settings"]'],
  ['a service: the cost card', SERVICE, OUR_PANEL],
  ['a service: the tab', `${SERVICE}/assets-cost`, OUR_PANEL],
  ['IT Assets › Overview', '/it-assets', OUR_PANEL],
  ['IT Assets › Register', '/it-assets/records', OUR_PANEL],
  ['IT Assets › Licences', '/it-assets/licences', OUR_PANEL],
  ['IT Assets › Contracts', '/it-assets/contracts', OUR_PANEL],
  ['IT Assets › Ownership', '/it-assets/ownership', OUR_PANEL],
  ['IT Assets › Finance', '/it-assets/finance', OUR_PANEL],
  ['IT Assets › Import', '/it-assets/import', OUR_PANEL],
  ['IT Assets › Audits & policies', '/it-assets/audits', OUR_PANEL],
  ['a record', '/it-assets/records/asset/default/laptop-erin', OUR_PANEL],
  ['the form of a new record', '/it-assets/records/new', OUR_PANEL],
];

/** What a script is made of, by its source map. */
function partOf(file) {
  const map = join(built, `${file}.map`);
  if (!existsSync(map)) return 'other';
  const { sources } = JSON.parse(readFileSync(map, 'utf8'));
  if (sources.every(source => CHARTS.test(source))) return 'charts';
  if (!sources.some(source => OURS.test(source))) {
    return sources.some(source => /\/recharts\//.test(source))
      ? 'charts'
      : 'other';
  }
  return 'ours';
}

/** By how much the entry would be smaller without our modules, compressed. */
function oursInEntry(file) {
  const code = readFileSync(join(built, file), 'utf8');
  const map = new SourceMap(
    JSON.parse(readFileSync(join(built, `${file}.map`), 'utf8')),
  );
  const others = code
    .split('\n')
    .map((line, row) =>
      [...line]
        .filter((_, column) => {
          const { originalSource = '' } = map.findEntry(row, column);
          return !OURS.test(originalSource);
        })
        .join(''),
    )
    .join('\n');
  return gzipSync(code).length - gzipSync(others).length;
}

async function measure(portal, [title, path, seen]) {
  const browser = await chromium.launch({ executablePath: chromiumPath() });
  const page = await browser.newPage();
  await page.goto(portal.url);
  await page.getByRole('button', { name: /amir/i }).click();
  await page.getByRole('link', { name: 'IT Assets' }).waitFor();
  // What home still loads is not of the page that is measured.
  await page.waitForLoadState('networkidle');
  const scripts = new Set();
  page.on('response', response => {
    const url = new URL(response.url());
    if (url.pathname.endsWith('.js')) {
      scripts.add(basename(url.pathname));
    }
  });
  await page.goto(`${portal.url}${path}`);
  await page.locator(seen).first().waitFor();
  await page.waitForLoadState('networkidle');
  const bytes = { entry: 0, ours: 0, charts: 0 };
  for (const file of scripts) {
    const part = partOf(file);
    if (file.startsWith('main.')) bytes.entry += oursInEntry(file);
    else if (part !== 'other') {
      bytes[part] += gzipSync(readFileSync(join(built, file))).length;
    }
  }
  await browser.close();
  const kb = count => (count / 1000).toFixed(1);
  console.log(
    `| ${title} | ${kb(bytes.entry)} | ${kb(bytes.ours)} | ${kb(
      bytes.charts,
    )} |`,
  );
  return bytes.entry <= LIMITS_KB.entry * 1000 &&
    bytes.ours <= LIMITS_KB.lazy * 1000
    ? []
    : [title];
}

await runMain(async () => {
  const toolchain = await ensureToolchain();
  await ensureTestPackages();
  await ensureApp(toolchain);
  const folder = mkdtempSync(join(tmpdir(), 'itam-bundle-'));
  const portal = startPortal(toolchain, {
    port: await freePort(),
    dataFolder: folder,
    env: {},
    onOutput: () => undefined,
  });
  try {
    await waitForPortal(portal);
    const records = exampleRecordCount();
    await step('Waiting for the example organisation', () =>
      waitForExample(portal, records),
    );
    console.log('\n| page | entry, KB | loaded lazily, KB | charts, KB |');
    console.log('| --- | ---: | ---: | ---: |');
    const tooLarge = [];
    for (const one of pages) tooLarge.push(...(await measure(portal, one)));
    if (tooLarge.length > 0) {
      throw new Error(
        `More than ${LIMITS_KB.entry} KB in the entry or ${LIMITS_KB.lazy} KB ` +
          `lazily: ${tooLarge.join(', ')}`,
      );
    }
  } finally {
    await portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

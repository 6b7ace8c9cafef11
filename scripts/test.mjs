// npm test: sets up what is missing and runs every test. The last line counts
// them all: `N passed, N failed`. A skipped test or an empty suite is a failure,
// since it would hide that something was not tried.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { runMain, step, timeSpent } from './setup/progress.mjs';
import { ensureToolchain, root } from './setup/toolchain.mjs';
import { chromiumPath, ensureTestPackages } from './setup/debian.mjs';
import { freePort, startPostgres } from './setup/postgres.mjs';
import { loadExampleFacts } from './setup/exampleFacts.mjs';
import { startExampleTickets } from './setup/exampleTickets.mjs';
import {
  ensureApp,
  exampleRecordCount,
  startPortal,
  waitForExample,
  waitForPortal,
} from './setup/portal.mjs';
import { runFaults } from '../faults/faults.mjs';
import { checkEntryModules } from './checks/entry-modules.mjs';
import { checkImportBoundaries } from './checks/import-boundaries.mjs';
import { checkNoRawHtml } from './checks/no-raw-html.mjs';
import { checkOneCopyEach } from './checks/one-copy-each.mjs';
import { checkPublishable } from './checks/publishable.mjs';

/** The seed of the property tests. */
const PROPERTY_SEED = '20261128';

const reports = join(root, '.test');
// A location of the portal under test that the browser tests write to.
const workbench = join(reports, 'workbench.yaml');
const counts = { passed: 0, failed: 0 };

/** Counts a check that is not a test of a runner as one. */
async function check(title, run) {
  try {
    await step(title, run);
    counts.passed++;
  } catch (error) {
    counts.failed++;
    process.stderr.write(`✗ ${title}: ${error.message}\n`);
  }
}

function readReport(file, what) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  counts.failed++;
  process.stderr.write(`✗ ${what} wrote no report\n`);
  return undefined;
}

function countJest(file) {
  const report = readReport(file, 'jest');
  if (!report) return;
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  const skipped = report.numPendingTests + report.numTodoTests;
  const brokenSuites = report.testResults.filter(
    suite => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  const emptySuites = report.testResults.filter(
    suite => suite.status !== 'failed' && suite.assertionResults.length === 0,
  );
  for (const suite of [...brokenSuites, ...emptySuites]) {
    process.stderr.write(`✗ no test ran in ${suite.name}\n`);
  }
  if (skipped > 0) process.stderr.write(`✗ ${skipped} tests were skipped\n`);
  counts.failed += skipped + brokenSuites.length + emptySuites.length;
  if (report.numTotalTests === 0) counts.failed++;
}

function countPlaywright(file) {
  const report = readReport(file, 'the browser tests');
  if (!report) return;
  const { expected, unexpected, flaky, skipped } = report.stats;
  counts.passed += expected;
  counts.failed += unexpected + flaky + skipped;
  if (expected + unexpected + flaky === 0) counts.failed++;
  for (const error of report.errors ?? []) {
    counts.failed++;
    process.stderr.write(`✗ ${error.message}\n`);
  }
}

async function runJest(toolchain) {
  const postgres = await startPostgres();
  const file = join(reports, 'jest.json');
  try {
    await toolchain.yarn(
      ['backstage-cli', 'repo', 'test', '--json', `--outputFile=${file}`],
      {
        show: true,
        allowFailure: true,
        env: {
          CI: 'true',
          BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING:
            postgres.connectionString,
          // The same cases on every machine; new ones are tried by test:jest.
          ITAM_PROPERTY_SEED: process.env.ITAM_PROPERTY_SEED ?? PROPERTY_SEED,
          // The databases of a machine must not decide which engines are tried.
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        },
      },
    );
  } finally {
    await postgres.stop();
  }
  countJest(file);
}

/** A portal under load for a minute; one test per engine. */
async function soak(toolchain, engine) {
  await toolchain.yarn([
    ...['node', 'bench/soak.mjs'],
    ...['--engine', engine, '--seconds', '60'],
  ]);
}

async function withPortal(toolchain, port, run) {
  let output = '';
  const tickets = await startExampleTickets();
  const portal = startPortal(toolchain, {
    port,
    dataFolder: join(reports, 'portal'),
    env: {
      ...tickets.env,
      APP_CONFIG_catalog_locations: JSON.stringify([
        { type: 'file', target: '../../examples/all.yaml' },
        { type: 'file', target: workbench },
        {
          type: 'file',
          target:
            '../../plugins/scaffolder-backend-module-itam/templates/all.yaml',
          rules: [{ allow: ['Location', 'Template'] }],
        },
      ]),
    },
    onOutput: chunk => {
      output = (output + chunk).slice(-100_000);
    },
  });
  try {
    await step('Starting the portal', () => waitForPortal(portal));
    await step('Waiting for the example organisation', () =>
      waitForExample(portal, exampleRecordCount() + 1),
    );
    await step('Recording measured use, servicing and budgets', () =>
      loadExampleFacts(portal),
    );
    await run(portal);
  } catch (error) {
    process.stderr.write(output);
    throw error;
  } finally {
    await portal.stop();
    tickets.stop();
  }
}

async function browse(toolchain, portal, project) {
  const file = join(reports, `${project}.json`);
  await toolchain.yarn(['playwright', 'test', '--project', project], {
    show: true,
    allowFailure: true,
    env: {
      CI: 'true',
      PORTAL_URL: portal.url,
      PORTAL_STARTED_AT: String(portal.startedAt),
      WORKBENCH_FILE: workbench,
      CHROMIUM_PATH: chromiumPath(),
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    },
  });
  countPlaywright(file);
}

await runMain(async () => {
  const toolchain = await ensureToolchain();
  await ensureTestPackages();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  // Two cores, two lanes: what reads the declarations of the types, and the rest.
  await Promise.all([
    (async () => {
      await check('Types', () => toolchain.yarn(['tsc']));
      await check('API reports', () =>
        toolchain.yarn(['node', 'scripts/api-reports.mjs', '--ci']),
      );
    })(),
    (async () => {
      await check('One copy of every Backstage package', () =>
        checkOneCopyEach(root),
      );
      await check('Generated files agree with the API contract', () =>
        toolchain.yarn(['node', 'scripts/generate.mjs', '--check']),
      );
      await check('No HTML is made of text', () => checkNoRawHtml(root));
      await check('Packages can be published', () => checkPublishable(root));
      await check('Lint and import boundaries', () =>
        toolchain.yarn([
          'backstage-cli',
          'repo',
          'lint',
          '--max-warnings',
          '0',
        ]),
      );
      await check('Lint refuses imports against the arrows', () =>
        checkImportBoundaries(root),
      );
      await check('No page is loaded before it is opened', () =>
        checkEntryModules(root),
      );
      await check('Formatting', () =>
        toolchain.yarn(['prettier', '--check', '.']),
      );
    })(),
  ]);

  await step('Tests of the packages, on SQLite and PostgreSQL', () =>
    runJest(toolchain),
  );
  await step('Faults, with real processes', async () => {
    const report = join(reports, 'faults.json');
    await runFaults(toolchain, { report });
    countJest(report);
  });
  await ensureApp(toolchain);
  for (const engine of ['sqlite', 'postgres']) {
    await check(`A minute of load on ${engine}`, () => soak(toolchain, engine));
  }
  await check('Browser tests against the running portal', async () => {
    const port = await freePort();
    copyFileSync(join(root, 'e2e/workbench.yaml'), workbench);
    await withPortal(toolchain, port, portal =>
      browse(toolchain, portal, 'portal'),
    );
    await withPortal(toolchain, port, portal =>
      browse(toolchain, portal, 'restarted'),
    );
  });

  process.stdout.write(`\n${timeSpent()}\n`);
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
});

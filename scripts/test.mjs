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
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
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

/** Tokens of programs, by what they may be used for. */
const SERVICE_TOKENS = {
  'mcp-actions itam': 'assistant-of-the-tests',
  'mcp-actions': 'assistant-without-register',
};

const reports = join(root, '.test');
// A location of the portal under test that the browser tests write to.
const workbench = join(reports, 'workbench.yaml');
const counts = { passed: 0, failed: 0 };
// Said again at the end, where a long log is read first.
const failures = [];

function fail(what, why) {
  counts.failed++;
  // Colours of a terminal are noise in a log.
  const text = stripVTControlCharacters(why).trim();
  failures.push(`✗ ${what}\n${text.split('\n').slice(0, 25).join('\n')}`);
  process.stderr.write(`✗ ${what}\n`);
}

/** Counts a check that is not a test of a runner as one. */
async function check(title, run) {
  try {
    await step(title, run);
    counts.passed++;
  } catch (error) {
    fail(title, error.message);
  }
}

function readReport(file, what) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  fail(what, 'wrote no report');
  return undefined;
}

function countJest(file) {
  const report = readReport(file, 'jest');
  if (!report) return;
  counts.passed += report.numPassedTests;
  for (const suite of report.testResults) {
    for (const {
      status,
      fullName,
      failureMessages,
    } of suite.assertionResults) {
      const test = `${relative(root, suite.name)}: ${fullName}`;
      if (status === 'failed') fail(test, failureMessages.join('\n'));
      else if (status !== 'passed') fail(test, `was not run (${status})`);
    }
    if (suite.assertionResults.length === 0) {
      fail(relative(root, suite.name), suite.message || 'holds no test');
    }
  }
  if (report.numTotalTests === 0) fail('jest', 'ran no test');
}

function countPlaywright(file) {
  const report = readReport(file, 'the browser tests');
  if (!report) return;
  const specs = report.suites.flatMap(allSpecs);
  counts.passed += report.stats.expected;
  for (const { file: spec, title, tests } of specs) {
    for (const { status, results } of tests) {
      if (status === 'expected') continue;
      const errors = results.flatMap(result => result.errors);
      const messages = errors.map(error => error.message).join('\n');
      fail(`${spec}: ${title}`, `${status}\n${messages}`);
    }
  }
  if (specs.length === 0) fail('the browser tests', 'none ran');
  for (const error of report.errors ?? []) {
    fail('the browser tests', error.message);
  }
}

function allSpecs(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(allSpecs)];
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
      APP_CONFIG_backend_auth_externalAccess: JSON.stringify(
        Object.entries(SERVICE_TOKENS).map(([plugins, token]) => ({
          type: 'static',
          options: { token, subject: token },
          accessRestrictions: plugins.split(' ').map(plugin => ({ plugin })),
        })),
      ),
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
      SERVICE_TOKENS: JSON.stringify(SERVICE_TOKENS),
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

  for (const failure of failures) process.stdout.write(`\n${failure}\n`);
  process.stdout.write(`\n${timeSpent()}\n`);
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
});

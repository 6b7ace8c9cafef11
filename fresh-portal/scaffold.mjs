// A portal as `@backstage/create-app` makes it, with its dependencies fixed.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run } from '../scripts/setup/command.mjs';
import { root, yarnFile } from '../scripts/setup/toolchain.mjs';

const seed = join(root, 'fresh-portal/yarn.lock');

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The environment of somebody at the portal, who has a `yarn` to call. */
export function environmentOf(toolchain, folder) {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const yarn = join(bin, 'yarn');
  writeFileSync(
    yarn,
    `#!/bin/sh\nexec '${toolchain.node}' '${yarnFile}' "$@"\n`,
  );
  chmodSync(yarn, 0o755);
  return {
    ...toolchain.env,
    PATH: `${bin}:${toolchain.env.PATH}`,
    YARN_ENABLE_TELEMETRY: '0',
    // Would ask a search engine for declarations of what is added.
    YARN_TS_ENABLE_AUTO_TYPES: 'false',
    // The archives of the plugins are not in the lock file yet.
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
  };
}

/** Creates the portal in a folder that does not exist yet. */
export async function scaffold(toolchain, env, portal) {
  const packageFile = createRequire(import.meta.url).resolve(
    '@backstage/create-app/package.json',
  );
  await run(
    toolchain.node,
    [
      join(packageFile, '../bin/backstage-create-app'),
      ...['--path', portal, '--skip-install'],
    ],
    { cwd: join(portal, '..'), env: { ...env, BACKSTAGE_APP_NAME: 'portal' } },
  );
  fixVersions(portal);
  if (existsSync(seed)) copyFileSync(seed, join(portal, 'yarn.lock'));
}

/**
 * Holds the portal at the release that it was made with, as a portal's own lock
 * file does: the ranges of the scaffold would take in later releases.
 */
function fixVersions(portal) {
  const ours = readJson(join(root, 'package.json')).resolutions;
  const resolutions = { ...ours };
  for (const workspace of ['.', 'packages/app', 'packages/backend']) {
    const manifest = readJson(join(portal, workspace, 'package.json'));
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const [name, range] of Object.entries(wanted)) {
      if (!name.startsWith('@backstage/')) continue;
      const version = range.replace('^', '');
      if (ours[name] && ours[name] !== version) {
        throw new Error(
          `The scaffold has ${name} ${version}, this repository ${ours[name]}: ` +
            'take the release of @backstage/create-app that belongs to it',
        );
      }
      resolutions[name] = version;
    }
  }
  const file = join(portal, 'package.json');
  const manifest = readJson(file);
  manifest.resolutions = { ...manifest.resolutions, ...resolutions };
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Keeps the lock file of a portal, without the packages of this repository. */
export function keepSeed(portal) {
  const blocks = readFileSync(join(portal, 'yarn.lock'), 'utf8').split('\n\n');
  writeFileSync(
    seed,
    blocks.filter(block => !block.startsWith('"@backstage-itam/')).join('\n\n'),
  );
}

// node scripts/pack.mjs <folder>: builds the plugins and packs each one into an
// archive, as it would be published, for portals that take them without a
// registry. docs/install.md tells what to do with them.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SetupError, runMain, step } from './setup/progress.mjs';
import { ensureToolchain, root } from './setup/toolchain.mjs';

/** The packages that are published, by the name of their archive. */
export function publishedPackages() {
  return readdirSync(join(root, 'plugins')).map(directory => {
    const file = join(root, 'plugins', directory, 'package.json');
    const { name, version } = JSON.parse(readFileSync(file, 'utf8'));
    return { directory, name, version, archive: `${name.split('/')[1]}.tgz` };
  });
}

/** Writes `plugin-….tgz` of every published package into a folder. */
export async function packInto(toolchain, folder) {
  mkdirSync(folder, { recursive: true });
  await step('Writing the declarations', () => toolchain.yarn(['tsc']));
  await step('Building the packages', () =>
    toolchain.yarn(['backstage-cli', 'repo', 'build']),
  );
  await step('Packing them', async () => {
    for (const { name, archive } of publishedPackages()) {
      await toolchain.yarn([
        ...['workspace', name, 'pack', '--out', join(folder, archive)],
      ]);
    }
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    const [folder] = process.argv.slice(2);
    if (!folder) {
      throw new SetupError(
        'Say where the archives should go: node scripts/pack.mjs <folder>',
      );
    }
    await packInto(await ensureToolchain(), resolve(folder));
    process.stdout.write(`\nThe archives are in ${resolve(folder)}\n`);
  });
}

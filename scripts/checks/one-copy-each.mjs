// Two copies of a Backstage package break extension types and API refs in ways
// that are hard to see, so a second one is an error.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every installed @backstage package below node_modules folders, nested ones included. */
function* installed(folder) {
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) return;
  for (const name of readdirSync(modules)) {
    if (name.startsWith('.')) continue;
    const scoped = name.startsWith('@')
      ? readdirSync(join(modules, name)).map(part => `${name}/${part}`)
      : [name];
    for (const packageName of scoped) {
      const path = join(modules, packageName);
      if (packageName.startsWith('@backstage/')) yield [packageName, path];
      yield* installed(path);
    }
  }
}

/** Throws when a @backstage package is installed more than once. */
export function checkOneCopyEach(root) {
  const places = new Map();
  const workspaces = ['packages', 'plugins'].flatMap(group =>
    readdirSync(join(root, group)).map(name => join(root, group, name)),
  );
  for (const folder of [root, ...workspaces]) {
    for (const [name, path] of installed(folder)) {
      if (path.includes('@backstage-itam')) continue;
      const { version } = JSON.parse(
        readFileSync(join(path, 'package.json'), 'utf8'),
      );
      const list = places.get(name) ?? new Map();
      places.set(name, list.set(path, version));
    }
  }
  const doubled = [...places].filter(([, paths]) => paths.size > 1);
  if (doubled.length > 0) {
    const lines = doubled.map(
      ([name, paths]) => `${name}: ${[...paths.values()].join(', ')}`,
    );
    throw new Error(`installed more than once:\n  ${lines.join('\n  ')}`);
  }
  return `${places.size} packages`;
}

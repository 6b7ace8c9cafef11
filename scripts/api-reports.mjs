// Writes plugins/*/report*.api.md, what each package promises to its users,
// from the declarations that `tsc` wrote to dist-types. `--ci` fails when a
// report on disk differs; a member without docstring fails either way.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// In inferred types TypeScript lists the keys of a translation and the members
// of a union in the order in which it happened to meet them, which differs
// between a clean and an incremental compilation. Sorted, a report differs only
// when the API does.
const frontend = join(root, 'dist-types/plugins/itam/src');
const inferred = [
  join(frontend, 'plugin.d.ts'),
  ...globSync('translation/*.d.ts', { cwd: frontend }).map(name =>
    join(frontend, name),
  ),
];

function sortInferred(declarations) {
  return declarations
    .replace(/(^ *readonly ".*": ".*";\n)+/gm, keys =>
      keys
        .split(/(?<=\n)/)
        .sort()
        .join(''),
    )
    .replace(/"[\w-]+"( \| "[\w-]+")+/g, union =>
      union.split(' | ').sort().join(' | '),
    );
}

for (const file of inferred) {
  writeFileSync(file, sortInferred(readFileSync(file, 'utf8')));
}

const packageFile = createRequire(import.meta.url).resolve(
  '@backstage/repo-tools/package.json',
);
const { status } = spawnSync(
  process.execPath,
  [
    join(packageFile, '../bin/backstage-repo-tools'),
    'api-reports',
    '--include',
    'plugins/*',
    // Our packages resolve each other's sources, as in Backstage's own tree.
    '--omit-messages',
    'ae-wrong-input-file-type',
    '--validate-release-tags',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;

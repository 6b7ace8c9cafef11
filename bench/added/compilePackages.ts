import { transformFileSync } from '@swc/core';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The packages a portal's backend loads for the register. */
const PACKAGES = [
  'itam-common',
  'itam-node',
  'itam-backend',
  'catalog-backend-module-itam',
  'search-backend-module-itam',
];

/**
 * Writes the packages as JavaScript, a file for each file as published ones
 * have them, so that starting them does not include translating them.
 */
export function compilePackages(plugins: string, nodeModules: string): void {
  for (const directory of PACKAGES) {
    const from = join(plugins, directory);
    const manifest = readFileSync(join(from, 'package.json'), 'utf8');
    const { name }: { name: string } = JSON.parse(manifest);
    const to = join(nodeModules, name);
    for (const file of sourceFiles(join(from, 'src'))) {
      const { code } = transformFileSync(file, {
        module: { type: 'commonjs' },
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      });
      const target = join(to, relative(from, file).replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, code);
    }
    writeFileSync(
      join(to, 'package.json'),
      manifest.replace(/(src\/[\w/]*)\.ts"/g, '$1.js"'),
    );
    for (const kept of ['migrations', 'config.d.ts']) {
      if (existsSync(join(from, kept))) {
        cpSync(join(from, kept), join(to, kept), { recursive: true });
      }
    }
  }
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      file =>
        file.endsWith('.ts') &&
        !file.endsWith('.test.ts') &&
        !file.includes('__testUtils__'),
    )
    .map(file => join(folder, file));
}

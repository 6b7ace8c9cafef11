import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ignored = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

/** Files below the folders whose path relative to the root matches, sorted. */
export function globSync(root, folders, pattern) {
  const found = [];
  const walk = (relative, base) => {
    for (const entry of readdirSync(join(root, relative), {
      withFileTypes: true,
    })) {
      if (ignored.has(entry.name)) continue;
      const path = `${relative}/${entry.name}`;
      if (entry.isDirectory()) walk(path, base);
      else if (pattern.test(path)) found.push(path);
    }
  };
  for (const folder of folders) walk(folder, folder);
  return found.sort();
}

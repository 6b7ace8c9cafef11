// What the guide shows of a file, put into that file as a person would do it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const KEPT = '// … what you have';
const INSTEAD = /^\/\/ in place of (\S+)$/m;

/** Applies the text that the guide shows for a file of the portal. */
export function applyEdit(portal, { file, text }) {
  const path = join(portal, file);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text}\n`);
    return;
  }
  const before = readFileSync(path, 'utf8');
  const after = editFor(file)(before, text);
  if (after === before && !/^import '[^']+';$/.test(text)) {
    throw new Error(`The guide changes nothing in ${file}:\n${text}`);
  }
  writeFileSync(path, after);
}

function editFor(file) {
  if (file.endsWith('.json')) return mergeJson;
  if (file.endsWith('.yaml')) return mergeYaml;
  return file.startsWith('packages/backend/') ? addToBackend : addToApp;
}

function mergeJson(before, text) {
  const merged = merge(JSON.parse(before), JSON.parse(text));
  return `${JSON.stringify(merged, null, 2)}\n`;
}

function mergeYaml(before, text) {
  // Loaded when it is needed: dependencies may not be installed before.
  const { parse, stringify } = createRequire(import.meta.url)('yaml');
  return stringify(merge(parse(before), parse(text)));
}

/** Maps are joined, and lists get what they do not have yet. */
export function merge(present, added) {
  if (Array.isArray(present) && Array.isArray(added)) {
    const isNew = item =>
      !present.some(other => isDeepStrictEqual(other, item));
    return [...present, ...added.filter(isNew)];
  }
  if (isMap(present) && isMap(added)) {
    const merged = { ...present };
    for (const [key, value] of Object.entries(added)) {
      merged[key] = key in merged ? merge(merged[key], value) : value;
    }
    return merged;
  }
  return added;
}

function isMap(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Adds lines before the start; `in place of` takes one feature out. */
function addToBackend(before, text) {
  const replaced = text.match(INSTEAD)?.[1];
  const kept = replaced ? withoutFeature(before, replaced) : before;
  const [head, tail] = splitAt(kept, 'backend.start();');
  return `${head}${text}\n\n${tail}`;
}

/** A backend without the feature that it imports from a module. */
export function withoutFeature(source, module) {
  const name = module.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const without = source.replace(
    new RegExp(`backend\\.add\\(\\s*import\\('${name}'\\),?\\s*\\);\\n`),
    '',
  );
  if (without === source) throw new Error(`The backend does not add ${module}`);
  return without;
}

/** Adds imports and, where the text shows `createApp`, features. */
function addToApp(before, text) {
  const [imports, rest] = splitImports(text);
  const missing = imports.filter(line => !before.includes(line));
  const joined = [...missing, before].join('\n');
  if (rest === '') return joined;
  const wanted = rest.match(/features: \[([\s\S]*?)\n? *\]/)?.[1];
  if (!wanted?.includes(KEPT)) {
    throw new Error(`Not understood, say where '${KEPT}' stays:\n${text}`);
  }
  return joined.replace(/features: \[([\s\S]*?)\]/, (_, present) => {
    const own = present.trim().replace(/,?$/, ',');
    return `features: [${wanted.replace(KEPT, own)}]`;
  });
}

function splitImports(text) {
  const imports = [];
  const rest = text.replace(/^import [\s\S]*?;$/gm, line => {
    imports.push(line);
    return '';
  });
  return [imports, rest.trim()];
}

function splitAt(source, line) {
  const at = source.indexOf(line);
  if (at < 0) throw new Error(`There is no '${line}'`);
  return [source.slice(0, at), source.slice(at)];
}

import { distance } from 'fastest-levenshtein';
import { describeName } from './describe';
import { isObject } from './SpecField';
import { problem, type ValidationProblem } from './ValidationProblem';

/** Longer names are no typing errors; comparing them would only cost time. */
const MAX_COMPARED = 40;

/**
 * A field that the schema does not name.
 *
 * Says the name and never the value: a misspelt `financials` holds money.
 */
export function unknownFieldProblem(options: {
  /** Path of the object that has the field. */
  parentPath: string;
  name: string;
  /** Schema of the object that has the field. */
  parentSchema: unknown;
  /** Schema of the whole entity. */
  rootSchema: unknown;
  /** Whether to look for what may have been meant. */
  guess: boolean;
}): ValidationProblem {
  const { parentPath, name, parentSchema, rootSchema, guess } = options;
  const siblings = isObject(parentSchema)
    ? Object.keys(toObject(parentSchema.properties))
    : [];
  const suggestion = guess
    ? closest(name, siblings) ?? placeOf(name, rootSchema, parentPath)
    : undefined;
  const shown = describeName(name);
  return problem({
    path: parentPath === '' ? shown : `${parentPath}.${shown}`,
    rule: 'unknown-field',
    found: 'an unknown field',
    allowed: suggestion
      ? `did you mean ${suggestion}?`
      : `one of ${siblings.join(', ')}`,
  });
}

/** The word nearest to a misspelt one, if any is near enough to be meant. */
export function closest(
  word: string,
  words: readonly string[],
): string | undefined {
  if (word.length > MAX_COMPARED) {
    return undefined;
  }
  const lower = word.toLowerCase();
  let best: { word: string; edits: number } | undefined;
  for (const candidate of words) {
    const edits = distance(lower, candidate.toLowerCase());
    if (!best || edits < best.edits) {
      best = { word: candidate, edits };
    }
  }
  const tolerated = Math.max(1, Math.floor(word.length / 3));
  return best && best.edits <= tolerated ? best.word : undefined;
}

/** Where the kind has a field of exactly that name, at another level. */
function placeOf(
  name: string,
  rootSchema: unknown,
  parentPath: string,
): string | undefined {
  const search = (schema: unknown, path: string): string | undefined => {
    if (!isObject(schema)) {
      return undefined;
    }
    const properties = toObject(schema.properties);
    if (Object.hasOwn(properties, name) && path !== parentPath) {
      return `${path}.${name}`;
    }
    for (const [key, child] of Object.entries(properties)) {
      const found = search(child, path === '' ? key : `${path}.${key}`);
      if (found) {
        return found;
      }
    }
    return undefined;
  };
  return search(toObject(toObject(rootSchema).properties).spec, 'spec');
}

function toObject(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}

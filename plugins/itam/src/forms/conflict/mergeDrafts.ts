import type { JsonObject, JsonValue } from '@backstage/types';
import type { Draft } from '../draft/Draft';
import { isObject, jsonObject, pathOf, withValue } from '../draft/jsonPath';

/** A field that somebody else changed meanwhile. */
export interface ForeignChange {
  path: string;
  before: JsonValue | undefined;
  theirs: JsonValue | undefined;
  mine: JsonValue | undefined;
  /** Whether both changed it, and differently. */
  clash: boolean;
}

/** What somebody else changed between the version read and the newest. */
export function foreignChanges(
  base: Draft,
  theirs: Draft,
  mine: Draft,
): ForeignChange[] {
  const [was, now, own] = [base, theirs, mine].map(leavesOf);
  const paths = new Set([...was.keys(), ...now.keys()]);
  return [...paths]
    .filter(path => !same(was.get(path), now.get(path)))
    .map(path => ({
      path,
      before: was.get(path),
      theirs: now.get(path),
      mine: own.get(path),
      clash:
        !same(own.get(path), was.get(path)) &&
        !same(own.get(path), now.get(path)),
    }));
}

/**
 * The newest version with one's own changes on it. Where both changed a field,
 * one's own stands, unless it is among `taken`.
 */
export function mergeDrafts(
  base: Draft,
  theirs: Draft,
  mine: Draft,
  taken: ReadonlySet<string>,
): Draft {
  const [was, own] = [base, mine].map(leavesOf);
  let merged = fieldsOf(theirs);
  for (const path of new Set([...was.keys(), ...own.keys()])) {
    if (!same(was.get(path), own.get(path)) && !taken.has(path)) {
      merged = withValue(merged, pathOf(path), own.get(path));
    }
  }
  const { title, description, spec } = merged;
  const { title: _, description: __, ...rest } = theirs;
  return {
    ...rest,
    ...(typeof title === 'string' ? { title } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    spec: isObject(spec) ? spec : {},
  };
}

/** Values by path; lists are one value, since their entries have no names. */
function leavesOf(draft: Draft): Map<string, JsonValue> {
  const leaves = new Map<string, JsonValue>();
  const walk = (value: JsonValue | undefined, path: string) => {
    if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) {
        walk(inner, path === '' ? key : `${path}.${key}`);
      }
    } else if (value !== undefined) {
      leaves.set(path, value);
    }
  };
  walk(fieldsOf(draft), '');
  return leaves;
}

function fieldsOf({ title, description, spec }: Draft): JsonObject {
  return jsonObject({ title, description, spec });
}

function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

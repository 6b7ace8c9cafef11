import type { JsonObject, JsonValue } from '@backstage/types';
import { ItamValidationError } from '../errors';
import { isObject } from '../entities/validation/SpecField';
import { structureProblems } from '../entities/validation/structureProblems';
import { jsonCopy, jsonObjectCopy, setOwn } from './jsonCopy';

/**
 * Applies a JSON merge patch: objects are merged, null removes a field, all
 * else (lists too) replaces what was there.
 *
 * Both arguments are left as they are. Throws {@link ItamValidationError} for
 * patches with keys that reach JavaScript's prototypes at any depth, with
 * cycles, or nested or large without bound.
 *
 * Source: RFC 7396, whose examples are the tests.
 * @public
 */
export function mergePatch(target: object, patch: object): JsonObject {
  const { problems } = structureProblems(patch);
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: 'changes', problems });
  }
  const merged = jsonObjectCopy(Array.isArray(target) ? {} : target);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[key];
      continue;
    }
    const next = patched(
      Object.hasOwn(merged, key) ? merged[key] : undefined,
      value,
    );
    if (next !== undefined) {
      setOwn(merged, key, next);
    }
  }
  return merged;
}

function patched(
  before: JsonValue | undefined,
  patch: unknown,
): JsonValue | undefined {
  if (!isObject(patch)) {
    return jsonCopy(patch);
  }
  return mergePatch(isObject(before) ? before : {}, patch);
}

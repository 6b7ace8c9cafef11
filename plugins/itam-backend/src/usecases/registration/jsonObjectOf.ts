import type { JsonObject, JsonValue } from '@backstage/types';

/** A deep copy of the object of a request body, which came as JSON. */
export function jsonObjectOf(value: object): JsonObject {
  const copy: JsonValue = JSON.parse(JSON.stringify(value));
  if (typeof copy !== 'object' || copy === null || Array.isArray(copy)) {
    throw new Error('An object was expected');
  }
  return copy;
}

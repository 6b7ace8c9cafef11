import type { JsonObject, JsonValue } from '@backstage/types';
import { isObject } from '../entities/validation/SpecField';

/** A deep copy of a value as JSON has it; what JSON cannot hold is left out. */
export function jsonCopy(value: unknown): JsonValue | undefined {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) ? value : undefined;
  }
  if (Array.isArray(value)) {
    // As JSON.stringify does, so that positions in the list stay.
    return value.map(item => jsonCopy(item) ?? null);
  }
  return isObject(value) ? jsonObjectCopy(value) : undefined;
}

/** A deep copy of an object as JSON has it. */
export function jsonObjectCopy(value: object): JsonObject {
  const copy: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const copied = jsonCopy(item);
    if (copied !== undefined) {
      setOwn(copy, key, copied);
    }
  }
  return copy;
}

/** Sets a field even where its name is that of a setter (`__proto__`). */
export function setOwn(target: JsonObject, key: string, value: JsonValue) {
  if (key !== '__proto__') {
    target[key] = value;
    return;
  }
  Object.defineProperty(target, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

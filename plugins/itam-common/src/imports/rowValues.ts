import type { JsonObject, JsonValue } from '@backstage/types';
import { isObject } from '../entities/validation/SpecField';
import { setOwn } from '../registration/jsonCopy';

/** Sets a value, making the objects on the way. */
export function setAt(
  target: JsonObject,
  path: readonly string[],
  value: JsonValue,
): void {
  let parent = target;
  for (const step of path.slice(0, -1)) {
    let child = childOf(parent, step);
    if (!child) {
      child = {};
      setOwn(parent, step, child);
    }
    parent = child;
  }
  setOwn(parent, path[path.length - 1], value);
}

/** Removes a value, and the objects on the way that it leaves empty. */
export function deleteAt(target: JsonObject, path: readonly string[]): void {
  const [first, ...rest] = path;
  const child = rest.length > 0 ? childOf(target, first) : undefined;
  if (child) {
    deleteAt(child, rest);
  }
  if (!child || Object.keys(child).length === 0) {
    delete target[first];
  }
}

/** The text at a path; undefined where there is none. */
export function textAt(
  target: object,
  path: readonly string[],
): string | undefined {
  let value: unknown = target;
  for (const step of path) {
    value =
      isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return typeof value === 'string' ? value : undefined;
}

/** The number at a path; undefined where there is none. */
export function numberAt(
  target: object,
  path: readonly string[],
): number | undefined {
  let value: unknown = target;
  for (const step of path) {
    value =
      isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return typeof value === 'number' ? value : undefined;
}

function childOf(target: JsonObject, name: string): JsonObject | undefined {
  const child = Object.hasOwn(target, name) ? target[name] : undefined;
  return isJsonObject(child) ? child : undefined;
}

function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return isObject(value);
}

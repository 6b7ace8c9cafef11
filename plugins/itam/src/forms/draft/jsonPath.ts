import type { JsonObject, JsonValue } from '@backstage/types';

/** A way into a record: names of fields and positions in lists. */
export type JsonPath = readonly (string | number)[];

/** `spec.charges[0].amount` as a way; what cannot be read is taken as a name. */
export function pathOf(text: string): JsonPath {
  return text.split('.').flatMap(step => {
    const [, name, positions] = /^([^[]*)((?:\[\d+\])*)$/.exec(step) ?? [
      '',
      step,
      '',
    ];
    const numbers = [...positions.matchAll(/\[(\d+)\]/g)].map(([, digits]) =>
      Number(digits),
    );
    return [...(name === '' ? [] : [name]), ...numbers];
  });
}

/** The value there; undefined when anything on the way is missing. */
export function valueAt(
  root: JsonValue | undefined,
  path: JsonPath,
): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((value, step) => {
    if (Array.isArray(value)) {
      return typeof step === 'number' ? value[step] : undefined;
    }
    return isObject(value) && Object.hasOwn(value, step)
      ? value[step]
      : undefined;
  }, root);
}

/** Text there; undefined when it is anything else. */
export function textAt(
  root: JsonValue | undefined,
  path: string,
): string | undefined {
  const value = valueAt(root, pathOf(path));
  return typeof value === 'string' ? value : undefined;
}

/** The list there; empty when it is anything else. */
export function listAt(root: JsonValue | undefined, path: string): JsonValue[] {
  const value = valueAt(root, pathOf(path));
  return Array.isArray(value) ? value : [];
}

/**
 * The same with another value there. Without a value the field goes, and with
 * it every object that has nothing left; entries of lists stay.
 */
export function withValue(
  root: JsonObject,
  path: JsonPath,
  value: JsonValue | undefined,
): JsonObject {
  const next = changed(root, path, value);
  return isObject(next) ? next : {};
}

function changed(
  root: JsonValue | undefined,
  path: JsonPath,
  value: JsonValue | undefined,
): JsonValue | undefined {
  if (path.length === 0) {
    return value;
  }
  const [step, ...rest] = path;
  if (typeof step === 'number') {
    const list = Array.isArray(root) ? [...root] : [];
    list[step] = changed(list[step], rest, value) ?? {};
    return list;
  }
  const { [step]: before, ...others } = isObject(root) ? root : {};
  const inner = changed(before, rest, value);
  if (inner === undefined) {
    return Object.keys(others).length === 0 ? undefined : others;
  }
  // A field that is there keeps its place.
  return isObject(root) && Object.hasOwn(root, step)
    ? { ...root, [step]: inner }
    : { ...others, [step]: inner };
}

/** Whether the value has named fields. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy of something that is JSON. */
export function jsonObject(value: object): JsonObject {
  const copy: JsonValue = JSON.parse(JSON.stringify(value));
  return isObject(copy) ? copy : {};
}

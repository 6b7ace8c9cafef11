import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * A copy without what a form left empty: nulls, empty text, and objects and
 * lists with nothing else in them.
 */
export function withoutEmpty(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => {
      const kept = value === undefined ? undefined : filled(value);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}

function filled(value: JsonValue): JsonValue | undefined {
  if (value === null || value === '') {
    return undefined;
  }
  if (Array.isArray(value)) {
    const items = value.flatMap(item => {
      const kept = filled(item);
      return kept === undefined ? [] : [kept];
    });
    return items.length > 0 ? items : undefined;
  }
  if (typeof value === 'object') {
    const object = withoutEmpty(value);
    return Object.keys(object).length > 0 ? object : undefined;
  }
  return value;
}

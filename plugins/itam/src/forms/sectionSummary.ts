import type { JsonValue } from '@backstage/types';
import { isObject } from './draft/jsonPath';

const MOST = 4;

/**
 * What is in some fields, in one line: their texts, and how many entries lists
 * have; undefined when they are empty.
 */
export function sectionSummary(
  values: readonly (JsonValue | undefined)[],
  entries: (count: number) => string,
): string | undefined {
  const parts = values.flatMap(value => partsOf(value, entries));
  if (parts.length === 0) {
    return undefined;
  }
  const shown = parts.slice(0, MOST).join(' · ');
  return parts.length > MOST ? `${shown} …` : shown;
}

function partsOf(
  value: JsonValue | undefined,
  entries: (count: number) => string,
): string[] {
  if (Array.isArray(value)) {
    return value.length > 0 ? [entries(value.length)] : [];
  }
  if (isObject(value)) {
    return Object.values(value).flatMap(inner => partsOf(inner, entries));
  }
  return value === undefined || value === null || value === ''
    ? []
    : [String(value).split('\n')[0]];
}

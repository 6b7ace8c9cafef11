import type { JsonValue } from '@backstage/types';
import { isObject } from './draft/jsonPath';

const MOST = 4;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** How a summary writes what fields hold. */
interface Words {
  entries(count: number): string;
  date(iso: string): string;
}

/**
 * What is in some fields, in one line: their texts, days as they are read here,
 * and how many entries lists have; undefined when they are empty.
 */
export function sectionSummary(
  values: readonly (JsonValue | undefined)[],
  words: Words,
): string | undefined {
  const parts = values.flatMap(value => partsOf(value, words));
  if (parts.length === 0) {
    return undefined;
  }
  const shown = parts.slice(0, MOST).join(' · ');
  return parts.length > MOST ? `${shown} …` : shown;
}

function partsOf(value: JsonValue | undefined, words: Words): string[] {
  if (Array.isArray(value)) {
    return value.length > 0 ? [words.entries(value.length)] : [];
  }
  if (isObject(value)) {
    return Object.values(value).flatMap(inner => partsOf(inner, words));
  }
  if (value === undefined || value === null || value === '') {
    return [];
  }
  const text = String(value).split('\n')[0];
  return [DAY.test(text) ? words.date(text) : text];
}

import type { JsonValue } from '@backstage/types';
import { isObject } from '../draft/jsonPath';

/** Whether the services are a list of dates with shares. */
export function isDatedServices(value: JsonValue | undefined): boolean {
  return (
    Array.isArray(value) &&
    value.some(entry => isObject(entry) && entry.services !== undefined)
  );
}

/**
 * What the shares of a list leave, in percent with two decimals, and how many
 * services without a share split it.
 */
export function sharesOf(value: JsonValue | undefined): {
  left: number;
  open: number;
} {
  const entries = Array.isArray(value) ? value.filter(isObject) : [];
  const given = entries.map(({ share }) => share);
  const hundredths = given.reduce<number>(
    (sum, share) =>
      typeof share === 'number' ? sum + Math.round(share * 100) : sum,
    0,
  );
  return {
    left: (10_000 - hundredths) / 100,
    open: given.filter(share => share === undefined).length,
  };
}

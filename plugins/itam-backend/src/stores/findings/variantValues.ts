import type {
  BreachValue,
  BreachValues,
  PartValues,
  TextPart,
} from '@backstage-itam/plugin-itam-common';

/**
 * What fills the text of a finding, as it is stored; nothing for one from
 * before that was. Throws for what is no such JSON.
 */
export function readVariantValues(stored: string | null): BreachValues {
  const values: unknown = stored === null ? {} : JSON.parse(stored);
  if (!isEvery(values, isBreachValue)) {
    throw new Error('A finding with values that fill no text is stored');
  }
  return values;
}

function isBreachValue(value: unknown): value is BreachValue {
  return isPartValue(value) || (Array.isArray(value) && value.every(isPart));
}

function isPart(part: unknown): part is TextPart {
  return (
    isObject(part) &&
    typeof part.text === 'string' &&
    (part.values === undefined || isPartValues(part.values))
  );
}

function isPartValues(values: unknown): values is PartValues {
  return isEvery(values, isPartValue);
}

function isPartValue(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isEvery<Value>(
  values: unknown,
  is: (value: unknown) => value is Value,
): values is Record<string, Value> {
  return isObject(values) && Object.values(values).every(is);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

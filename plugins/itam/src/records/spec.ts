import type { AmountJson } from '@backstage-itam/plugin-itam-common';

/** A record's spec as it arrives; read field by field, nothing is trusted. */
export type SpecJson = Record<string, unknown>;

/**
 * The value at a path of keys; undefined when anything on the way is missing.
 */
export function specAt(spec: SpecJson, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isObject(value) ? value[key] : undefined),
    spec,
  );
}

/**
 * Text or number at a path, as text.
 */
export function specText(
  spec: SpecJson,
  ...path: string[]
): string | undefined {
  const value = specAt(spec, ...path);
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : undefined;
}

/**
 * The objects of a list at a path.
 */
export function specList(spec: SpecJson, ...path: string[]): SpecJson[] {
  const value = specAt(spec, ...path);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/**
 * An amount with currency at a path.
 */
export function specAmount(
  spec: SpecJson,
  ...path: string[]
): AmountJson | undefined {
  const amount = specText(spec, ...path, 'amount');
  const currency = specText(spec, ...path, 'currency');
  return amount && currency ? { amount, currency } : undefined;
}

/**
 * An address that is safe to follow: http(s) or mailto.
 */
export function safeUrl(text: string | undefined): string | undefined {
  if (!text) {
    return undefined;
  }
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(text).protocol)
      ? text
      : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is SpecJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { createHash } from 'node:crypto';
import type { ImportField } from '@backstage-itam/plugin-itam-common';

/** A record as its fields are looked up in. */
export interface FieldSource {
  spec: object;
  metadata: object;
}

/**
 * What a record has in a field, as a short text that is equal for equal
 * values; undefined where it has nothing. Amounts count with their currency.
 */
export function fieldDigest(
  record: FieldSource,
  field: ImportField,
): string | undefined {
  const root = field.part === 'metadata' ? record.metadata : record.spec;
  const value = valueAt(root, field.path);
  if (value === undefined || value === null) {
    return undefined;
  }
  const currency =
    field.type === 'amount'
      ? valueAt(root, [...field.path.slice(0, -1), 'currency'])
      : undefined;
  return digestOf(currency === undefined ? value : [value, currency]);
}

/** A short text for a value that is equal for equal values. */
export function digestOf(value: unknown): string {
  return createHash('sha256')
    .update(canonicalJson(value))
    .digest('base64url')
    .slice(0, 22);
}

function valueAt(root: object, path: readonly string[]): unknown {
  let value: unknown = root;
  for (const step of path) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? Reflect.get(value, step)
        : undefined;
  }
  return value;
}

/** JSON in which the order of fields makes no difference. */
function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(
            Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : part,
    ) ?? ''
  );
}

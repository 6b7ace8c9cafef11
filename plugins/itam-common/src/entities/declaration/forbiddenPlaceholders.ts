import type { JsonValue } from '@backstage/types';

/**
 * The paths of placeholders that read other files (`$yaml`, `$json`), and of
 * `$text` below `spec.financials`. The catalog refuses them in assets, licences
 * and contracts.
 *
 * @param path - Path of the value, `spec` for the spec of an entity
 * @public
 */
export function* forbiddenPlaceholders(
  value: JsonValue | undefined,
  path: string,
): Generator<string> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* forbiddenPlaceholders(item, `${path}[${index}]`);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const insideFinancials = /^spec\.financials(\.|\[|$)/.test(path);
      if (key.startsWith('$') && (insideFinancials || key !== '$text')) {
        yield `${path}.${key}`;
      } else {
        yield* forbiddenPlaceholders(item, `${path}.${key}`);
      }
    }
  }
}

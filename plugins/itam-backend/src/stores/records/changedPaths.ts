/** Deeper differences are told as one. */
const MAX_DEPTH = 4;

/**
 * The paths at which two values differ, such as `spec.owner` or
 * `financials.purchase.amount`; lists are told as a whole. Values are never
 * part of it, so that history can be read by those who may not see money.
 */
export function changedPaths(
  before: unknown,
  after: unknown,
  path = '',
  depth = 0,
): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) {
    return [];
  }
  if (!isObject(before) || !isObject(after) || depth >= MAX_DEPTH) {
    return [path];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys]
    .sort()
    .flatMap(key =>
      changedPaths(
        Reflect.get(before, key),
        Reflect.get(after, key),
        path === '' ? key : `${path}.${key}`,
        depth + 1,
      ),
    );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { isObject } from '../entities/validation/SpecField';

/**
 * The paths at which two values differ, in order of path: fields of objects
 * one by one (`financials.purchase.date`), lists as a whole. The order of
 * fields makes no difference. Empty when nothing differs.
 * @public
 */
export function changedPathsOf(before: unknown, after: unknown): string[] {
  return differences(before, after, '').sort();
}

function differences(before: unknown, after: unknown, path: string): string[] {
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap(name =>
      differences(
        own(before, name),
        own(after, name),
        path === '' ? name : `${path}.${name}`,
      ),
    );
  }
  return isSame(before, after) ? [] : [path];
}

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  }
  if (isObject(a) && isObject(b)) {
    return differences(a, b, '').length === 0;
  }
  return Object.is(a, b);
}

function own(value: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

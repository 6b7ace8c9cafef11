import { sourceDay, sourceField } from '@backstage-itam/plugin-itam-node';
import { plainLine } from '../client/plainText';

/** Text of a field. */
export function lineAt(row: unknown, name: string): string {
  return plainLine(sourceField(row, name));
}

/** Name of what a field points to. */
export function nameAt(row: unknown, name: string): string {
  return lineAt(sourceField(row, name), 'name');
}

/**
 * A day: dates come as `{ date, formatted }`, times as
 * `{ datetime, formatted }`, of which `formatted` is for people.
 */
export function dayAt(row: unknown, name: string): string {
  const value = sourceField(row, name);
  return (
    sourceDay(sourceField(value, 'date')) ||
    sourceDay(sourceField(value, 'datetime')) ||
    sourceDay(value)
  );
}

/** Months of a text such as `36 months`, in whatever language. */
export function monthsAt(row: unknown, name: string): number | undefined {
  const match = /^(\d{1,4})(?:\s|$)/.exec(lineAt(row, name));
  return match ? Number(match[1]) : undefined;
}

/** What a name stands for in the configuration, whatever its case. */
export function namedIn(
  names: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const found = Object.keys(names).find(
    one => one.toLowerCase() === name.toLowerCase(),
  );
  return found === undefined ? undefined : names[found];
}

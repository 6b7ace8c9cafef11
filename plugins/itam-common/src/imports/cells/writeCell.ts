import { isObject } from '../../entities/validation/SpecField';
import type { ImportField } from '../fields/ImportField';

/**
 * The cell of a value as `readCell` reads it back: a compact form where
 * nothing is lost by it, JSON otherwise. Absent values give an empty cell.
 */
export function writeCell(value: unknown, field: ImportField): string {
  if (value === undefined || value === null) {
    return '';
  }
  switch (typeof value) {
    case 'string':
      return isWrittenAsText(field) ? writeText(value, field) : value;
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 'yes' : 'no';
    default:
      return writeStructure(value, field);
  }
}

function isWrittenAsText(field: ImportField): boolean {
  return (
    field.type === 'text' ||
    field.type === 'multiline' ||
    field.type === 'link' ||
    field.type === 'dated'
  );
}

/** Quoted as JSON where reading would take something of the text away. */
function writeText(text: string, field: ImportField): string {
  const quoted =
    text !== text.trim() ||
    text.startsWith('"') ||
    (field.type === 'dated' && text.startsWith('['));
  return quoted ? JSON.stringify(text) : text;
}

function writeStructure(value: unknown, field: ImportField): string {
  const compact = Array.isArray(value)
    ? value.map(entry => compactEntry(entry, field))
    : [];
  return compact.length > 0 && compact.every(entry => entry !== undefined)
    ? compact.join('; ')
    : JSON.stringify(value);
}

/** An entry as one word, undefined where it does not fit into one. */
function compactEntry(entry: unknown, field: ImportField): string | undefined {
  switch (field.type) {
    case 'list':
      return wordOf(entry);
    case 'references':
      return isObject(entry) && hasOnly(entry, ['to'])
        ? wordOf(entry.to)
        : undefined;
    case 'shares':
      return numbered(entry, 'share');
    case 'covers':
      // A weight of its own makes it an object; without one it is a text.
      return typeof entry === 'string'
        ? wordOf(entry)
        : numbered(entry, 'weight', true);
    default:
      return undefined;
  }
}

function numbered(
  entry: unknown,
  name: string,
  numberNeeded = false,
): string | undefined {
  if (!isObject(entry) || !hasOnly(entry, ['ref', name])) {
    return undefined;
  }
  const ref = wordOf(entry.ref);
  const number = entry[name];
  if (number === undefined) {
    return numberNeeded ? undefined : ref;
  }
  return ref !== undefined &&
    typeof number === 'number' &&
    /^\d{1,9}(\.\d{1,9})?$/.test(String(number))
    ? `${ref}=${number}`
    : undefined;
}

function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[^\s;|,=["]+$/.test(value)
    ? value
    : undefined;
}

function hasOnly(entry: Record<string, unknown>, names: string[]): boolean {
  return Object.keys(entry).every(name => names.includes(name));
}

const MAX_SHOWN = 60;

/** Letters, single dashes and underscores: what a field's name looks like. */
const NAME_START = /^[\p{L}_$][\p{L}_$-]*/u;
const MAX_NAME = 40;

/** What kind of value it is, never the value itself. */
export function describeType(value: unknown): string {
  if (value === null) {
    return 'nothing (null)';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  if (isDate(value)) {
    return 'a timestamp';
  }
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return Number.isFinite(value)
        ? 'a number'
        : 'a number that is not finite';
    case 'boolean':
      return 'true or false';
    case 'object':
      return 'an object';
    default:
      return typeof value;
  }
}

/** The value as people may see it: short, on one line, nothing invisible. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoteText(value);
    case 'number':
      return `the number ${value}`;
    case 'boolean':
      return `${value}`;
    default:
      return describeType(value);
  }
}

/** Quotes text, shortened, with everything invisible written as an escape. */
export function quoteText(text: string): string {
  return `"${shownText(text)}"`;
}

/** What {@link quoteText} has between its quotes. */
export function shownText(text: string): string {
  const shown = [...text.slice(0, 2 * MAX_SHOWN)].slice(0, MAX_SHOWN).join('');
  const escaped = shown.replace(
    /["\\]|[^\P{C}\u{e000}-\u{f8ff}]|[\u2028\u2029]/gu,
    character =>
      character === '"' || character === '\\'
        ? `\\${character}`
        : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `${escaped}${shown.length < text.length ? '…' : ''}`;
}

/**
 * A field's name as a message may show it.
 *
 * Cut at the first character no field's name has: a missing space or colon
 * turns `amount:"12.50"` into a name, and the amount must not be shown.
 */
export function describeName(name: string): string {
  const start = NAME_START.exec(name.slice(0, MAX_NAME))?.[0] ?? '';
  return start === name ? name : `${start}…`;
}

/** Whether the value is a Date, from whichever realm. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

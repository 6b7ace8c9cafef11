/**
 * What a source has in a field of one line: blanks are made single, and
 * anything but text and numbers is nothing.
 *
 * @public
 */
export function sourceLine(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(/\s+/g, ' ').trim()
    : '';
}

/**
 * What a source has in a field of several lines, with plain line breaks.
 *
 * @public
 */
export function sourceLines(value: unknown): string {
  return typeof value === 'string'
    ? value.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').trim()
    : '';
}

/**
 * The day of a date or a time of a source as `YYYY-MM-DD`; empty for anything
 * that does not start with one.
 *
 * @public
 */
export function sourceDay(value: unknown): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/.exec(sourceLine(value));
  return match && match[1] !== '0000-00-00' ? match[1] : '';
}

/**
 * The ref of the user with a name or an address, without its domain; empty
 * where that is no name of an entity.
 *
 * @public
 */
export function sourceUserRef(value: unknown, namespace: string): string {
  const name = sourceLine(value)
    .replace(/^.*\\/, '')
    .replace(/@.*$/, '')
    .toLowerCase();
  return /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/.test(name)
    ? `user:${namespace}/${name}`
    : '';
}

/**
 * A field of an object that came from elsewhere; undefined where there is
 * none.
 *
 * @public
 */
export function sourceField(value: unknown, name: string): unknown {
  return typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

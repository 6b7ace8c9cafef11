import { InputError } from '@backstage/errors';
import type { ItamKind } from '../entities/types';

/** Most characters of a name in the catalog. */
const MAX_NAME = 63;

/** What is written in Latin script without an accent to take off. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

/**
 * What a new record can be named after.
 * @public
 */
export interface NameSource {
  /** The kind of the record. */
  kind: ItamKind;
  /** Inventory tag of an asset. */
  tag?: string;
  /** Number of a contract. */
  number?: string;
  /** Title of the record. */
  title?: string;
  /** Product of a licence. */
  product?: string;
}

/**
 * A name for a new record that the catalog accepts: at most 63 lower-case
 * letters, digits and single dashes, dots and underscores between them.
 *
 * Taken from the tag, the number, the product (licences) or the title,
 * whichever is there first; accents are dropped. Text without any Latin letter
 * or digit gives the kind and a number that depends on the text only. Two
 * records may get the same name: {@link numberedName} makes it another.
 * Throws InputError when there is nothing to name the record after.
 * @public
 */
export function recordNameFrom(source: NameSource): string {
  const { kind, tag, number, title, product } = source;
  const text = [tag, number, product, title].find(one => one?.trim());
  if (text === undefined) {
    throw new InputError(
      `A new ${kind} needs a tag, number, product or title to be named after`,
    );
  }
  return slugOf(text, MAX_NAME) ?? `${kind.toLowerCase()}-${checksum(text)}`;
}

/**
 * Another name for a record whose name is taken: `attempt` 2 gives `name-2`,
 * 3 `name-3`; still at most 63 characters. Throws RangeError for attempts
 * below 2.
 * @public
 */
export function numberedName(name: string, attempt: number): string {
  if (!Number.isInteger(attempt) || attempt < 2) {
    throw new RangeError('The second record of a name is number 2');
  }
  const suffix = `-${attempt}`;
  return `${trimmed(name.slice(0, MAX_NAME - suffix.length))}${suffix}`;
}

/**
 * Text as a lower-case identifier (`Dell Inc.` is `dell-inc`); undefined when
 * nothing of it can be in one.
 */
export function slugOf(text: string, maxLength: number): string | undefined {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // eslint-disable-next-line no-control-regex
    .replace(/[^\u0000-\u007f]/gu, letter => LETTERS.get(letter) ?? letter);
  const joined = plain
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/[-._]*-[-._]*|([._])[._]*/g, (_, mark?: string) => mark ?? '-');
  const slug = trimmed(trimmed(joined).slice(0, maxLength));
  return slug === '' ? undefined : slug;
}

function trimmed(text: string): string {
  return text.replace(/^[-._]+|[-._]+$/g, '');
}

/** FNV-1a over UTF-16 code units, eight hexadecimal digits. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

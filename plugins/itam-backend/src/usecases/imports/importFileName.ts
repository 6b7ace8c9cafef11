import { InputError } from '@backstage/errors';

/** Control characters, line separators, and what turns the direction of text. */
const UNSHOWABLE =
  /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * The name of a file as it is stored: without blanks around it.
 *
 * Throws InputError (400) for a name that cannot be shown as it is.
 */
export function importFileName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '' || UNSHOWABLE.test(trimmed)) {
    throw new InputError(
      'fileName has to have a character that shows, and no control characters or marks of direction',
    );
  }
  return trimmed;
}

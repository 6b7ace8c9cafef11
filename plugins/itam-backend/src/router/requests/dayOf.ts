import { InputError } from '@backstage/errors';
import { isPlainDate } from '@backstage-itam/plugin-itam-common';

/**
 * A day of a query parameter.
 *
 * Throws InputError when it does not exist.
 */
export function dayOf(text: string, name: string): string {
  if (!isPlainDate(text)) {
    throw new InputError(`${name}: '${text}' is not a calendar date`);
  }
  return text;
}

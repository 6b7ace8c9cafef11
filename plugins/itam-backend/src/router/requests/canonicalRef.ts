import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * A ref of a query parameter in its canonical spelling; undefined stays so.
 *
 * Throws InputError when it is no entity ref.
 *
 * @param defaultKind - Kind of a ref that names none
 */
export function canonicalRef(text: string, defaultKind: string): string;
export function canonicalRef(
  text: string | undefined,
  defaultKind: string,
): string | undefined;
export function canonicalRef(
  text: string | undefined,
  defaultKind: string,
): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    return stringifyEntityRef(parseEntityRef(text, { defaultKind }));
  } catch {
    throw new InputError(`'${text}' is not an entity ref`);
  }
}

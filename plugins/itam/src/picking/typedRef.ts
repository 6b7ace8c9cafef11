import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

const WITH_KIND = /^[a-z][\w-]*:([\w-]+\/)?[\w.-]+$/i;

/**
 * The reference somebody typed or pasted, with its kind; in the default
 * namespace when they named none. Undefined for other text.
 */
export function typedRef(text: string): string | undefined {
  const typed = text.trim();
  return WITH_KIND.test(typed)
    ? stringifyEntityRef(parseEntityRef(typed)).toLocaleLowerCase('en-US')
    : undefined;
}

/**
 * As {@link typedRef}, and a mere name is the one of that kind.
 */
export function typedRefOr(kind: string): (text: string) => string | undefined {
  return text => {
    const typed = text.trim();
    return typedRef(
      /^[\w-]+\/[\w.-]+$|^[\w.-]+$/.test(typed) ? `${kind}:${typed}` : typed,
    );
  };
}

import { parseEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

function isFullEntityRef(ref: string): boolean {
  try {
    // Without a default kind or namespace only `kind:[namespace/]name` parses.
    parseEntityRef(ref);
    return true;
  } catch {
    return false;
  }
}

/** The schema of a rule parameter that lists entity refs. */
export function entityRefList(description: string) {
  return z
    .array(
      z.string().refine(isFullEntityRef, {
        error: 'must be an entity ref such as group:default/payments',
      }),
    )
    .describe(description);
}

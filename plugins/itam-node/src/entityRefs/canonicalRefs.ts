import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * Brings full entity refs to the catalog's own spelling, without duplicates
 * and in a fixed order, so that two spellings of one group are one claim.
 */
export function canonicalRefs(refs: readonly string[]): string[] {
  return [
    ...new Set(refs.map(ref => stringifyEntityRef(parseEntityRef(ref)))),
  ].sort();
}

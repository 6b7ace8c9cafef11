import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
} from '@backstage/plugin-catalog-graph';

/**
 * Pairs of relations the kinds of IT assets add to the catalog; the forward
 * one first.
 * @public
 */
export const ITAM_RELATION_PAIRS: [string, string][] = [
  ['usedBy', 'uses'],
  ['covers', 'coveredBy'],
  ['assignedTo', 'holderOf'],
  ['licensedUnder', 'licenses'],
];

/** Every pair of relations the catalog graph should know. */
export const KNOWN_RELATION_PAIRS: [string, string][] = [
  ...ALL_RELATION_PAIRS,
  ...ITAM_RELATION_PAIRS,
];

/** Every relation the catalog graph should know. */
export const KNOWN_RELATIONS: string[] = [
  ...new Set([...ALL_RELATIONS, ...ITAM_RELATION_PAIRS.flat()]),
];

/**
 * One entity of the catalog as costs roll up over it. Refs are full and lower
 * case.
 */
export interface GraphNode {
  ref: string;
  /** Lower case, as in the ref. */
  kind: string;
  type: string | null;
  title: string | null;
  ownerRef: string | null;
  systemRef: string | null;
  domainRef: string | null;
  parentRef: string | null;
}

/**
 * A user in a group.
 */
export interface Membership {
  userRef: string;
  groupRef: string;
}

/** The hierarchies costs roll up over. */
export type Dimension = 'group' | 'part';

/** Both hierarchies. */
export const dimensions: readonly Dimension[] = ['group', 'part'];

/**
 * The ancestors of each ref with their distance, the ref itself at 0.
 */
export type Closure = Map<string, Map<string, number>>;

/**
 * The part of the catalog the register keeps.
 */
export interface CatalogGraph {
  nodes: Map<string, GraphNode>;
  memberships: Membership[];
  closures: Record<Dimension, Closure>;
}

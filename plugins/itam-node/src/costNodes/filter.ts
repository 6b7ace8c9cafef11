import { containsAny } from '../entityRefs';
import type { ItamCostNodeResource } from './resource';

/**
 * One condition on cost nodes as data, which the register translates to its
 * database and {@link matchesItamCostNodeFilter} decides on a loaded node.
 *
 * @remarks
 * An empty list matches nothing. Refs are canonical, unique and sorted; kinds
 * are in lower case.
 *
 * @public
 */
export type ItamCostNodeFilter =
  | {
      /** The owner is one of the refs, or below one of them. */
      kind: 'node-owner-in-groups';
      refs: string[];
    }
  | {
      /** The node is one of these groups itself; sub-groups do not match. */
      kind: 'node-group-in';
      refs: string[];
    }
  | {
      /** The node is of one of these kinds. */
      kind: 'node-kind-in';
      kinds: string[];
    }
  | {
      /** The node is the whole estate. */
      kind: 'node-all';
    };

/**
 * Decides a filter on a loaded node; the meaning a database translation of
 * the same filter has to have.
 *
 * @public
 */
export function matchesItamCostNodeFilter(
  node: ItamCostNodeResource,
  filter: ItamCostNodeFilter,
): boolean {
  switch (filter.kind) {
    case 'node-owner-in-groups':
      return containsAny(node.ownerRefs, filter.refs);
    case 'node-group-in':
      return node.kind === 'group' && filter.refs.includes(node.ref);
    case 'node-kind-in':
      return filter.kinds.includes(node.kind);
    case 'node-all':
      return node.kind === 'all';
    default: {
      const unknown: never = filter;
      throw new Error(`Unknown cost node filter ${JSON.stringify(unknown)}`);
    }
  }
}

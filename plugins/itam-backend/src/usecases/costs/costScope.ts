import type { CostKey, CostScope } from '../../stores/queries/costScopes';
import { UNALLOCATED } from '../../stores/queries/costSums';
import { unallocatedKey } from '../../stores/readModel/unallocatedKey';
import type { CostQuestion, NodeQuestion } from './readCostQuestion';

/** A node and how its costs are attributed. */
type NodeBasis = Pick<NodeQuestion, 'node' | 'basis'>;

/** Which costs belong to the node asked about. */
export function scopeOf({ node, basis }: NodeBasis): CostScope {
  switch (node.selects) {
    case 'all':
      return { over: 'records', where: 'all' };
    case 'record':
    case 'supplier':
    case 'class':
    case 'cost-center':
      return { over: 'records', where: node.selects, key: node.key };
    case 'service':
      return { over: 'slices', where: 'service', key: node.key };
    case 'assembly':
      return { over: 'slices', where: 'part-of', key: node.key };
    case 'organisation':
      return basis === 'owned'
        ? { over: 'records', where: 'owner-in-group', key: node.key }
        : { over: 'slices', where: 'service-owner-in-group', key: node.key };
    default: {
      const unknown: never = node.selects;
      throw new Error(`Unknown cost node ${unknown}`);
    }
  }
}

/** The row of the read model that holds the node, by basis. */
export function vectorKeyOf({ node, basis }: NodeBasis): {
  basis: 'used' | 'owned';
  key: string;
} {
  switch (node.selects) {
    case 'service':
    case 'assembly':
      return { basis: 'used', key: node.key };
    case 'organisation':
      return { basis, key: node.key };
    default:
      // Whole records: who uses them does not change their sum.
      return { basis: 'owned', key: node.ref };
  }
}

/**
 * The row of the read model that holds what no service takes of the node;
 * undefined for figures made of services' slices, which have no such part.
 */
export function unallocatedKeyOf(
  question: NodeBasis,
): { basis: 'used' | 'owned'; key: string } | undefined {
  if (question.node.selects === 'all') {
    return { basis: 'used', key: UNALLOCATED };
  }
  return scopeOf(question).over === 'records'
    ? { basis: 'owned', key: unallocatedKey(vectorKeyOf(question).key) }
    : undefined;
}

/** What the segments are summed by for a dimension. */
export function costKeyOf({ by, basis }: CostQuestion): CostKey {
  return by === 'owner' && basis === 'used' ? 'service-owner' : by;
}

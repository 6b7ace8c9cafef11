import { InputError } from '@backstage/errors';
import { parseCostNode, type CostNode } from '../../stores/queries/costNode';
import { authoriseNodes } from '../costs/authoriseNodes';
import type { ReadContext, ReadDeps } from '../records/readContext';

/**
 * Reads the node of a budget.
 *
 * Throws InputError for what has no costs, and for records: they are part of
 * budgets and have none.
 */
export function parseBudgetNode(of: string): CostNode {
  const node = parseCostNode(of);
  if (node.selects === 'record') {
    throw new InputError(
      'A budget is one of a group, user, service, system, domain, supplier, class, cost centre or of all, not of a record',
    );
  }
  return node;
}

/** Whether the caller may see a budget of a node. */
export interface BudgetVerdict {
  allowed: boolean;
  /** Whether catalog, records or costs know the node. */
  known: boolean;
  title: string;
}

/**
 * Decides for each node whether the caller may see its costs, and so its
 * budget. A budget is still there when nothing knows its node any more.
 */
export async function authoriseBudgets(
  deps: ReadDeps,
  context: ReadContext,
  nodes: readonly CostNode[],
): Promise<(node: CostNode) => BudgetVerdict> {
  const verdicts = await authoriseNodes(deps, context, nodes);
  return node => {
    const verdict = verdicts.get(node.ref);
    if (verdict?.allowed) {
      return { allowed: true, known: true, title: verdict.title };
    }
    // Permission comes first: what is not found is not forbidden.
    const allowed = verdict?.reason === 'not-found';
    return { allowed, known: false, title: node.key };
  };
}

import { matchesItamCostNodeFilter } from '@backstage-itam/plugin-itam-node';
import type { Knex } from 'knex';
import { isInScope } from '../../permissions/matchesCriteria';
import { parseCostNode } from '../../stores/queries/costNode';
import { loadCostNodes } from '../../stores/queries/costNodeResources';
import type { ReadContext } from './readContext';

/** Of these records, the refs of those whose cost the caller may see. */
export async function recordsWithVisibleCost(
  knex: Knex,
  context: Pick<ReadContext, 'access' | 'today'>,
  refs: readonly string[],
): Promise<Set<string>> {
  const { costs } = context.access;
  if (costs.kind === 'none') {
    return new Set();
  }
  if (costs.kind === 'all') {
    return new Set(refs);
  }
  const nodes = await loadCostNodes(
    knex,
    refs.map(parseCostNode),
    context.today,
  );
  return new Set(
    refs.filter(ref => {
      const node = nodes.get(ref);
      return (
        node?.known === true &&
        isInScope(node.resource, costs, matchesItamCostNodeFilter)
      );
    }),
  );
}

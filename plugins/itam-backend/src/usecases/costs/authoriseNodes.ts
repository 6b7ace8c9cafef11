import { matchesItamCostNodeFilter } from '@backstage-itam/plugin-itam-node';
import { isInScope } from '../../permissions/matchesCriteria';
import type { CostNode } from '../../stores/queries/costNode';
import { loadCostNodes } from '../../stores/queries/costNodeResources';
import { namedNodes } from '../../stores/queries/knownNodes';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import { readSupplierTitles } from '../../stores/suppliers/supplierTitles';
import type { ReadContext, ReadDeps } from '../records/readContext';

/** Whether costs of a node are shown, and what the node is called. */
export type NodeVerdict =
  | { allowed: true; title: string }
  | { allowed: false; reason: 'not-allowed' | 'not-found' };

/**
 * Decides for each node whether the caller may see its costs.
 *
 * A record they may not read is not found, like one that does not exist. For
 * the other nodes permission is decided first, so that a refusal does not tell
 * whether, say, a supplier exists.
 */
export async function authoriseNodes(
  deps: ReadDeps,
  context: ReadContext,
  nodes: readonly CostNode[],
): Promise<Map<string, NodeVerdict>> {
  const { knex } = deps;
  const records = await readReadableRecords(
    knex,
    nodes.filter(node => node.selects === 'record').map(node => node.ref),
    context.access,
    context.today,
  );
  const loaded = await loadCostNodes(knex, nodes, context.today);
  const allowed = (node: CostNode) => {
    const resource = loaded.get(node.ref)?.resource;
    return (
      resource !== undefined &&
      isInScope(resource, context.access.costs, matchesItamCostNodeFilter)
    );
  };
  const named = await namedNodes(
    knex,
    nodes.filter(node => loaded.get(node.ref)?.known !== true && allowed(node)),
  );

  const suppliers = await readSupplierTitles(
    knex,
    nodes.filter(node => node.selects === 'supplier').map(({ key }) => key),
  );

  const verdictOf = (node: CostNode): NodeVerdict => {
    const record = records.get(node.ref);
    if (node.selects === 'record' && !record) {
      return { allowed: false, reason: 'not-found' };
    }
    if (!allowed(node)) {
      return { allowed: false, reason: 'not-allowed' };
    }
    if (loaded.get(node.ref)?.known !== true && !named.has(node.ref)) {
      return { allowed: false, reason: 'not-found' };
    }
    const title =
      node.selects === 'supplier'
        ? suppliers.get(node.key)
        : record?.title ?? loaded.get(node.ref)?.title;
    return { allowed: true, title: title || nameOf(node) };
  };
  return new Map(nodes.map(node => [node.ref, verdictOf(node)]));
}

function nameOf(node: CostNode): string {
  if (node.selects === 'all') {
    return 'Everything';
  }
  return node.key === node.ref
    ? node.ref.slice(node.ref.indexOf('/') + 1)
    : node.key;
}

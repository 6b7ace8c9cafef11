import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import type { CostNode } from './costNode';

const KEYS_PER_STATEMENT = 400;

/**
 * Of these nodes, the refs of those that costs or records name. For nodes the
 * catalog does not have: suppliers, cost centres, and refs that are not, or no
 * longer, in the catalog.
 */
export async function namedNodes(
  knex: Knex,
  nodes: readonly CostNode[],
): Promise<Set<string>> {
  const named = new Set<string>();
  const lookUp = async (
    selected: readonly CostNode[],
    columns: readonly [table: string, column: string][],
  ) => {
    for (const batch of batchesOf(selected, KEYS_PER_STATEMENT)) {
      const keys = batch.map(node => node.key);
      for (const [table, column] of columns) {
        const rows: { key: string }[] = await knex(table)
          .whereIn(column, keys)
          .distinct(`${column} as key`);
        const found = new Set(rows.map(row => row.key));
        batch
          .filter(node => found.has(node.key))
          .forEach(node => named.add(node.ref));
      }
    }
  };
  const selecting = (...kinds: CostNode['selects'][]) =>
    nodes.filter(node => kinds.includes(node.selects));

  await lookUp(selecting('supplier'), [
    ['records', 'vendor'],
    ['cost_segments', 'vendor'],
  ]);
  await lookUp(selecting('cost-center'), [
    ['records', 'cost_center'],
    ['cost_segments', 'cost_center'],
  ]);
  await lookUp(selecting('class'), [
    ['records', 'class'],
    ['cost_segments', 'asset_class'],
  ]);
  await lookUp(selecting('service', 'assembly'), [
    ['record_services', 'service_ref'],
    ['cost_slices', 'service_ref'],
  ]);
  await lookUp(selecting('organisation'), [
    ['records', 'owner_ref'],
    ['cost_segments', 'owner_ref'],
  ]);
  return named;
}

import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import type { CatalogGraph, Closure } from './catalogGraph';

/**
 * The stored projection of the catalog.
 */
export async function readGraph(database: Knex): Promise<CatalogGraph> {
  const nodes = await database<{
    ref: string;
    kind: string;
    type: string | null;
    title: string | null;
    owner_ref: string | null;
    system_ref: string | null;
    domain_ref: string | null;
    parent_ref: string | null;
  }>('nodes').select(
    'ref',
    'kind',
    'type',
    'title',
    'owner_ref',
    'system_ref',
    'domain_ref',
    'parent_ref',
  );
  const memberships = await database<{
    user_ref: string;
    group_ref: string;
  }>('memberships').select('user_ref', 'group_ref');
  const rows = await database<{
    dimension: string;
    ancestor_ref: string;
    descendant_ref: string;
    depth: unknown;
  }>('node_closure').select(
    'dimension',
    'ancestor_ref',
    'descendant_ref',
    'depth',
  );
  const group: Closure = new Map();
  const part: Closure = new Map();
  for (const row of rows) {
    const closure = row.dimension === 'group' ? group : part;
    const ancestors = closure.get(row.descendant_ref) ?? new Map();
    ancestors.set(row.ancestor_ref, integerFromRow(row.depth));
    closure.set(row.descendant_ref, ancestors);
  }
  return {
    nodes: new Map(
      nodes.map(row => [
        row.ref,
        {
          ref: row.ref,
          kind: row.kind,
          type: row.type,
          title: row.title,
          ownerRef: row.owner_ref,
          systemRef: row.system_ref,
          domainRef: row.domain_ref,
          parentRef: row.parent_ref,
        },
      ]),
    ),
    memberships: memberships.map(row => ({
      userRef: row.user_ref,
      groupRef: row.group_ref,
    })),
    closures: { group, part },
  };
}

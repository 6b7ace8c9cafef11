import type { ItamCostNodeResource } from '@backstage-itam/plugin-itam-node';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import type { CostNode } from './costNode';
import { loadRecordResources } from './recordResources';

/** Nodes per statement; below the parameter limits of both engines. */
const NODES_PER_STATEMENT = 400;

/** A cost node as the permission rules see it, and whether it exists. */
export interface LoadedCostNode {
  resource: ItamCostNodeResource;
  /** Title in the catalog or the register; undefined when unknown there. */
  title?: string;
  /** Whether the catalog or the register knows it. */
  known: boolean;
}

/**
 * Loads what the permission rules need to know of cost nodes, by node ref.
 *
 * A record's costs belong to its owner and to the owners of the services that
 * use it; a service's to its owner; a group's and a user's to themselves.
 * Nobody owns suppliers, classes, cost centres and the whole estate.
 *
 * @param asOf - ISO calendar date
 */
export async function loadCostNodes(
  knex: Knex,
  nodes: readonly CostNode[],
  asOf: string,
): Promise<Map<string, LoadedCostNode>> {
  const loaded = new Map<string, LoadedCostNode>();
  const catalogNodes = nodes.filter(node =>
    ['service', 'assembly', 'organisation'].includes(node.selects),
  );
  const catalog = await loadCatalogNodes(
    knex,
    catalogNodes.map(node => node.ref),
  );
  for (const node of catalogNodes) {
    const found = catalog.get(node.ref);
    const belongsTo =
      node.selects === 'organisation' ? node.ref : found?.ownerRef ?? null;
    loaded.set(node.ref, {
      resource: {
        ref: node.ref,
        kind: node.kind,
        ownerRefs:
          belongsTo === null
            ? []
            : [...new Set([belongsTo, ...(found?.groupsAbove ?? [])])],
      },
      title: found?.title,
      known: found !== undefined,
    });
  }

  const recordNodes = nodes.filter(node => node.selects === 'record');
  const records = await loadRecordResources(
    knex,
    recordNodes.map(node => node.ref),
    asOf,
    // Whoever holds a record does not see its cost for that.
    { holders: false },
  );
  for (const node of recordNodes) {
    const record = records.get(node.ref);
    loaded.set(node.ref, {
      resource: {
        ref: node.ref,
        kind: node.kind,
        ownerRefs: record
          ? [...new Set([...record.ownerRefs, ...record.serviceOwnerRefs])]
          : [],
      },
      known: record !== undefined,
    });
  }

  for (const node of nodes) {
    if (!loaded.has(node.ref)) {
      loaded.set(node.ref, {
        resource: { ref: node.ref, kind: node.kind, ownerRefs: [] },
        known: node.selects === 'all',
      });
    }
  }
  return loaded;
}

interface CatalogNode {
  title: string | undefined;
  ownerRef: string | null;
  /** Groups above its owner, or above itself where it is a group or user. */
  groupsAbove: string[];
}

/** What the catalog has of these refs, in one statement for many. */
async function loadCatalogNodes(
  knex: Knex,
  refs: readonly string[],
): Promise<Map<string, CatalogNode>> {
  const nodes = new Map<string, CatalogNode>();
  for (const batch of batchesOf(refs, NODES_PER_STATEMENT)) {
    const rows: {
      ref: string;
      owner_ref: string | null;
      title: string | null;
      ancestor_ref: string | null;
    }[] = await knex('nodes')
      .joinRaw(
        `left join node_closure above on above.dimension = 'group'
          and above.descendant_ref = case
            when nodes.kind in ('group', 'user') then nodes.ref
            else nodes.owner_ref end`,
      )
      .whereIn('nodes.ref', batch)
      .select(
        'nodes.ref',
        'nodes.owner_ref',
        'nodes.title',
        'above.ancestor_ref',
      );
    for (const row of rows) {
      const node = nodes.get(row.ref) ?? {
        title: row.title ?? undefined,
        ownerRef: row.owner_ref,
        groupsAbove: [],
      };
      node.groupsAbove.push(...(row.ancestor_ref ? [row.ancestor_ref] : []));
      nodes.set(row.ref, node);
    }
  }
  return nodes;
}

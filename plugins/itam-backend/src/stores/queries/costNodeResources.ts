import type { ItamCostNodeResource } from '@backstage-itam/plugin-itam-node';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import type { CostNode } from './costNode';
import { loadGroupAncestors } from './ancestors';
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
  const rows = new Map<string, { owner_ref: string | null; title?: string }>();
  for (const batch of batchesOf(catalogNodes, NODES_PER_STATEMENT)) {
    const found: {
      ref: string;
      owner_ref: string | null;
      title: string | null;
    }[] = await knex('nodes')
      .whereIn(
        'ref',
        batch.map(node => node.ref),
      )
      .select('ref', 'owner_ref', 'title');
    for (const row of found) {
      rows.set(row.ref, {
        owner_ref: row.owner_ref,
        title: row.title ?? undefined,
      });
    }
  }
  const belongsTo = (node: CostNode) =>
    node.selects === 'organisation'
      ? node.ref
      : rows.get(node.ref)?.owner_ref ?? null;
  const ancestors = await loadGroupAncestors(
    knex,
    catalogNodes.flatMap(node => belongsTo(node) ?? []),
  );
  for (const node of catalogNodes) {
    const owner = belongsTo(node);
    loaded.set(node.ref, {
      resource: {
        ref: node.ref,
        kind: node.kind,
        ownerRefs: owner === null ? [] : ancestors.get(owner) ?? [owner],
      },
      title: rows.get(node.ref)?.title,
      known: rows.has(node.ref),
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

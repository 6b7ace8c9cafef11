import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import {
  dimensions,
  type CatalogGraph,
  type Dimension,
  type GraphNode,
  type Membership,
} from './catalogGraph';

const ROWS_PER_STATEMENT = 80;
const REFS_PER_STATEMENT = 400;

/**
 * What differs between the stored projection and the catalog.
 */
export interface GraphChanges {
  upsertedNodes: GraphNode[];
  removedNodes: string[];
  addedMemberships: Membership[];
  removedMemberships: Membership[];
  /** Refs whose ancestors changed, per hierarchy. */
  movedRefs: Record<Dimension, string[]>;
}

/**
 * Brings the stored projection to the new graph.
 */
export async function writeGraphChanges(
  trx: Knex.Transaction,
  changes: GraphChanges,
  graph: CatalogGraph,
): Promise<void> {
  for (const batch of batchesOf(changes.removedNodes, REFS_PER_STATEMENT)) {
    await trx('nodes').whereIn('ref', batch).delete();
  }
  for (const batch of batchesOf(changes.upsertedNodes, ROWS_PER_STATEMENT)) {
    await trx('nodes')
      .insert(
        batch.map(node => ({
          ref: node.ref,
          kind: node.kind,
          type: node.type,
          title: node.title,
          owner_ref: node.ownerRef,
          system_ref: node.systemRef,
          domain_ref: node.domainRef,
          parent_ref: node.parentRef,
        })),
      )
      .onConflict('ref')
      .merge();
  }
  for (const { userRef, groupRef } of changes.removedMemberships) {
    await trx('memberships')
      .where({ user_ref: userRef, group_ref: groupRef })
      .delete();
  }
  for (const batch of batchesOf(changes.addedMemberships, ROWS_PER_STATEMENT)) {
    await trx('memberships').insert(
      batch.map(({ userRef, groupRef }) => ({
        user_ref: userRef,
        group_ref: groupRef,
      })),
    );
  }
  for (const dimension of dimensions) {
    const moved = changes.movedRefs[dimension];
    for (const batch of batchesOf(moved, REFS_PER_STATEMENT)) {
      await trx('node_closure')
        .where('dimension', dimension)
        .whereIn('descendant_ref', batch)
        .delete();
    }
    const rows = moved.flatMap(descendant =>
      [...(graph.closures[dimension].get(descendant) ?? [])].map(
        ([ancestor, depth]) => ({
          dimension,
          ancestor_ref: ancestor,
          descendant_ref: descendant,
          depth,
        }),
      ),
    );
    for (const batch of batchesOf(rows, ROWS_PER_STATEMENT)) {
      await trx('node_closure').insert(batch);
    }
  }
}

import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { dimensions, type Dimension } from '../projection/catalogGraph';

/** Refs per statement; below the parameter limits of both engines. */
const REFS_PER_STATEMENT = 400;

/**
 * What stands above owners and services in the catalog, the thing itself
 * included.
 */
export interface Topology {
  /** The owner and the groups above it. */
  ownerKeys(ownerRef: string): readonly string[];
  /**
   * The service, its systems and domains, and its owner with the groups above
   * it.
   */
  serviceKeys(serviceRef: string): readonly string[];
}

/** A topology that knows which refs the catalog has. */
export interface CatalogTopology extends Topology {
  /** Whether the catalog has this ref. */
  has(ref: string): boolean;
}

/**
 * Reads the part of the catalog projection that these refs roll up over. Refs
 * the catalog does not have stand for themselves.
 */
export async function loadTopology(
  database: Knex,
  owners: Iterable<string>,
  services: Iterable<string>,
): Promise<CatalogTopology> {
  const serviceRefs = [...new Set(services)];
  const ownerRefs = [...new Set(owners)];
  const known = await ownersOf(database, [
    ...new Set([...serviceRefs, ...ownerRefs]),
  ]);
  const serviceOwners = new Map(
    serviceRefs.flatMap(ref => {
      const owner = known.get(ref);
      return owner ? [[ref, owner] as const] : [];
    }),
  );
  const above = await ancestorsOf(database, [
    ...new Set([...ownerRefs, ...serviceOwners.values(), ...serviceRefs]),
  ]);
  const { group: groups, part: parts } = above;
  const ownerKeys = (ref: string) => groups.get(ref) ?? [ref];
  return {
    has: ref => known.has(ref),
    ownerKeys,
    serviceKeys: ref => {
      const owner = serviceOwners.get(ref);
      return [
        ...new Set([
          ref,
          ...(parts.get(ref) ?? []),
          ...(owner === undefined ? [] : ownerKeys(owner)),
        ]),
      ];
    },
  };
}

/** Owners of what the catalog has; null for none. */
async function ownersOf(
  database: Knex,
  refs: string[],
): Promise<Map<string, string | null>> {
  const owners = new Map<string, string | null>();
  for (const batch of batchesOf(refs, REFS_PER_STATEMENT)) {
    const rows = await database<{ ref: string; owner_ref: string | null }>(
      'nodes',
    )
      .whereIn('ref', batch)
      .select('ref', 'owner_ref');
    for (const row of rows) {
      owners.set(row.ref, row.owner_ref);
    }
  }
  return owners;
}

/** Ancestors of refs in both dimensions, in one statement for each batch. */
async function ancestorsOf(
  database: Knex,
  refs: string[],
): Promise<Record<Dimension, Map<string, string[]>>> {
  const ancestors = {
    group: new Map<string, string[]>(),
    part: new Map<string, string[]>(),
  };
  for (const batch of batchesOf(refs, REFS_PER_STATEMENT)) {
    const rows = await database<{
      dimension: Dimension;
      ancestor_ref: string;
      descendant_ref: string;
    }>('node_closure')
      .whereIn('dimension', dimensions)
      .whereIn('descendant_ref', batch)
      .select('dimension', 'ancestor_ref', 'descendant_ref');
    for (const row of rows) {
      const found = ancestors[row.dimension];
      const list = found.get(row.descendant_ref);
      if (list) {
        list.push(row.ancestor_ref);
      } else {
        found.set(row.descendant_ref, [row.ancestor_ref]);
      }
    }
  }
  return ancestors;
}

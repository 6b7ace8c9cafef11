import type { CatalogGraph } from '../../stores/projection/catalogGraph';
import type { CatalogTopology } from '../../stores/readModel/topology';
import type { Move } from '../costs/recomputeMoved';

/**
 * Which owners and services have other ancestors in the new graph, so that
 * their costs roll up elsewhere, and which are new to the catalog or gone.
 */
export function moveOf(stored: CatalogGraph, next: CatalogGraph): Move {
  const before = topologyOf(stored);
  const after = topologyOf(next);
  const refs = [...new Set([...stored.nodes.keys(), ...next.nodes.keys()])];
  const movedServices = refs.filter(
    ref => !sameKeys(before.serviceKeys(ref), after.serviceKeys(ref)),
  );
  const aboveOthers = new Set(
    refs.flatMap(ref =>
      [...before.serviceKeys(ref), ...after.serviceKeys(ref)].filter(
        key => key !== ref,
      ),
    ),
  );
  return {
    before,
    after,
    movedOwners: refs.filter(
      ref => !sameKeys(before.ownerKeys(ref), after.ownerKeys(ref)),
    ),
    movedServices,
    movedAlone: movedServices.filter(ref => !aboveOthers.has(ref)),
    appearedOrGone: refs.filter(ref => before.has(ref) !== after.has(ref)),
  };
}

/** Asked of each record below a move, so that what it answers is kept. */
function topologyOf({ nodes, closures }: CatalogGraph): CatalogTopology {
  const ownerKeys = kept(ref => [
    ...(closures.group.get(ref)?.keys() ?? [ref]),
  ]);
  return {
    has: ref => nodes.has(ref),
    ownerKeys,
    serviceKeys: kept(ref => {
      const owner = nodes.get(ref)?.ownerRef ?? null;
      return [
        ...new Set([
          ref,
          ...(closures.part.get(ref)?.keys() ?? []),
          ...(owner === null ? [] : ownerKeys(owner)),
        ]),
      ];
    }),
  };
}

function kept(
  find: (ref: string) => readonly string[],
): (ref: string) => readonly string[] {
  const found = new Map<string, readonly string[]>();
  return ref => {
    const keys = found.get(ref) ?? find(ref);
    found.set(ref, keys);
    return keys;
  };
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(a);
  return known.size === b.length && b.every(key => known.has(key));
}

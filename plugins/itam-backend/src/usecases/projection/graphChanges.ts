import {
  dimensions,
  type CatalogGraph,
  type Closure,
  type GraphNode,
  type Membership,
} from '../../stores/projection/catalogGraph';
import type { GraphChanges } from '../../stores/projection/writeGraphChanges';

/**
 * What to write so that the stored graph becomes the new one; undefined when
 * they are the same.
 */
export function graphChanges(
  stored: CatalogGraph,
  next: CatalogGraph,
): GraphChanges | undefined {
  const upsertedNodes = [...next.nodes.values()].filter(
    node => !sameNode(stored.nodes.get(node.ref), node),
  );
  const removedNodes = [...stored.nodes.keys()].filter(
    ref => !next.nodes.has(ref),
  );
  const storedMemberships = membershipMap(stored.memberships);
  const nextMemberships = membershipMap(next.memberships);
  const addedMemberships = without(nextMemberships, storedMemberships);
  const removedMemberships = without(storedMemberships, nextMemberships);
  const [group, part] = dimensions.map(dimension =>
    movedIn(stored.closures[dimension], next.closures[dimension]),
  );
  const counts = [
    upsertedNodes,
    removedNodes,
    addedMemberships,
    removedMemberships,
    group,
    part,
  ].map(list => list.length);
  if (counts.every(count => count === 0)) {
    return undefined;
  }
  return {
    upsertedNodes,
    removedNodes,
    addedMemberships,
    removedMemberships,
    movedRefs: { group, part },
  };
}

function sameNode(a: GraphNode | undefined, b: GraphNode): boolean {
  return (
    a !== undefined &&
    a.kind === b.kind &&
    a.type === b.type &&
    a.title === b.title &&
    a.ownerRef === b.ownerRef &&
    a.systemRef === b.systemRef &&
    a.domainRef === b.domainRef &&
    a.parentRef === b.parentRef
  );
}

function membershipMap(memberships: Membership[]): Map<string, Membership> {
  return new Map(
    memberships.map(membership => [
      `${membership.userRef} ${membership.groupRef}`,
      membership,
    ]),
  );
}

function without(
  from: Map<string, Membership>,
  known: Map<string, Membership>,
): Membership[] {
  return [...from].flatMap(([key, membership]) =>
    known.has(key) ? [] : [membership],
  );
}

function movedIn(stored: Closure, next: Closure): string[] {
  const refs = new Set([...stored.keys(), ...next.keys()]);
  return [...refs].filter(ref => {
    const before = stored.get(ref);
    const after = next.get(ref);
    if (!before || !after || before.size !== after.size) {
      return true;
    }
    return [...after].some(
      ([ancestor, depth]) => before.get(ancestor) !== depth,
    );
  });
}

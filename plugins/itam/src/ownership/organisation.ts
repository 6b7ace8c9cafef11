import {
  type Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** A group with the groups below it. */
export interface Unit {
  ref: string;
  title: string;
  parent?: string;
  children: Unit[];
}

/**
 * The groups of a catalog as trees, by title. A group whose parent is absent
 * is a root; of groups that are below each other one is.
 */
export function organisationOf(groups: readonly Entity[]): Unit[] {
  const units = new Map<string, Unit>(
    groups.map(entity => [
      stringifyEntityRef(entity),
      {
        ref: stringifyEntityRef(entity),
        title: titleOf(entity),
        parent: parentOf(entity),
        children: [],
      },
    ]),
  );
  const sorted = [...units.values()].sort((a, b) =>
    a.title.localeCompare(b.title),
  );
  const roots: Unit[] = [];
  for (const unit of sorted) {
    const parent = unit.parent ? units.get(unit.parent) : undefined;
    if (!parent || isBelow(units, parent, unit)) {
      unit.parent = undefined;
      roots.push(unit);
    } else {
      parent.children.push(unit);
    }
  }
  return roots;
}

/** The groups from a root down to a group, itself last; empty when unknown. */
export function pathTo(roots: readonly Unit[], ref: string): Unit[] {
  for (const unit of roots) {
    if (unit.ref === ref) {
      return [unit];
    }
    const below = pathTo(unit.children, ref);
    if (below.length > 0) {
      return [unit, ...below];
    }
  }
  return [];
}

/** A group as a row of the tree. */
export interface VisibleUnit {
  unit: Unit;
  level: number;
  position: number;
  siblings: number;
}

/** The groups that show while some are open, from top to bottom. */
export function visibleUnits(
  units: readonly Unit[],
  isOpen: (ref: string) => boolean,
  level = 1,
): VisibleUnit[] {
  return units.flatMap((unit, index) => [
    { unit, level, position: index + 1, siblings: units.length },
    ...(isOpen(unit.ref) ? visibleUnits(unit.children, isOpen, level + 1) : []),
  ]);
}

/** Whether a group is another one or somewhere below it. */
function isBelow(units: Map<string, Unit>, unit: Unit, above: Unit): boolean {
  const seen = new Set<string>();
  let at: Unit | undefined = unit;
  while (at && !seen.has(at.ref)) {
    if (at === above) {
      return true;
    }
    seen.add(at.ref);
    at = at.parent ? units.get(at.parent) : undefined;
  }
  return false;
}

function parentOf(entity: Entity): string | undefined {
  const related = entity.relations?.find(
    relation => relation.type === RELATION_CHILD_OF,
  );
  if (related) {
    return related.targetRef;
  }
  const declared = entity.spec?.parent;
  return typeof declared === 'string'
    ? stringifyEntityRef(
        parseEntityRef(declared, {
          defaultKind: 'group',
          defaultNamespace: entity.metadata.namespace,
        }),
      )
    : undefined;
}

function titleOf(entity: Entity): string {
  const profile = entity.spec?.profile;
  const displayName =
    typeof profile === 'object' && profile !== null && !Array.isArray(profile)
      ? profile.displayName
      : undefined;
  return (
    (typeof displayName === 'string' && displayName) ||
    entity.metadata.title ||
    entity.metadata.name
  );
}

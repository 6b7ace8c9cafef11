import {
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { byCodeUnit } from '../../database/text';
import type {
  CatalogGraph,
  GraphNode,
  Membership,
} from '../../stores/projection/catalogGraph';
import { closureOf } from './closureOf';

/** Kinds the projection holds. */
export const projectedKinds = [
  'Component',
  'System',
  'Resource',
  'API',
  'Domain',
  'Group',
  'User',
];

/** What of an entity the projection reads. */
export const projectedFields = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'spec.type',
  'spec.profile.displayName',
  'relations',
];

/**
 * Collects entities into the graph that costs roll up over. Relations decide,
 * not specs, since they are what the catalog made of the specs.
 */
export class GraphBuilder {
  readonly #nodes = new Map<string, GraphNode>();
  readonly #memberships: Membership[] = [];
  readonly #groupParents = new Map<string, string[]>();
  readonly #partParents = new Map<string, string[]>();

  /** Adds an entity of one of {@link projectedKinds}. */
  add(entity: Entity): void {
    const ref = stringifyEntityRef(entity);
    if (this.#nodes.has(ref)) {
      return;
    }
    const targets = (type: string) => targetsOf(entity, type);
    const parts = targets(RELATION_PART_OF);
    const systems = parts.filter(part => kindOf(part) === 'system');
    const domains = parts.filter(part => kindOf(part) === 'domain');
    const groupParents = targets(RELATION_CHILD_OF);
    const memberOf = targets(RELATION_MEMBER_OF);
    this.#nodes.set(ref, {
      ref,
      kind: kindOf(ref),
      type: textAt(entity.spec, 'type'),
      title: titleOf(entity),
      ownerRef: targets(RELATION_OWNED_BY)[0] ?? null,
      systemRef: systems[0] ?? null,
      domainRef: domains[0] ?? null,
      parentRef: groupParents[0] ?? null,
    });
    this.#partParents.set(ref, [...systems, ...domains]);
    this.#groupParents.set(ref, [...groupParents, ...memberOf]);
    for (const groupRef of memberOf) {
      this.#memberships.push({ userRef: ref, groupRef });
    }
  }

  /** The graph of all entities added. */
  build(): CatalogGraph {
    const parties: string[] = [];
    const parts: string[] = [];
    for (const { ref, kind } of this.#nodes.values()) {
      (kind === 'group' || kind === 'user' ? parties : parts).push(ref);
    }
    return {
      nodes: this.#nodes,
      memberships: this.#memberships,
      closures: {
        group: closureOf(parties, this.#groupParents),
        part: closureOf(parts, this.#partParents),
      },
    };
  }
}

function targetsOf(entity: Entity, type: string): string[] {
  const refs = (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef.toLowerCase());
  return [...new Set(refs)].sort(byCodeUnit);
}

function kindOf(ref: string): string {
  return parseEntityRef(ref).kind.toLowerCase();
}

function titleOf(entity: Entity): string | null {
  const profile = entity.spec?.profile;
  return entity.metadata.title ?? textAt(profile, 'displayName');
}

function textAt(holder: unknown, key: string): string | null {
  if (typeof holder !== 'object' || holder === null) {
    return null;
  }
  const value: unknown = Reflect.get(holder, key);
  return typeof value === 'string' ? value : null;
}

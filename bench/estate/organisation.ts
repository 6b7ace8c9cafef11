import type { Entity } from '@backstage/catalog-model';
import type { EstateSize } from './size';

/** Groups below one group, on each of the upper levels. */
const TOP_GROUPS = 5;
const GROUPS_PER_GROUP = 6;

/** Ref of a group; the first {@link TOP_GROUPS} are at the top. */
export function groupRef(index: number): string {
  return `group:default/team-${index}`;
}

/** Ref of a service. */
export function serviceRef(index: number): string {
  return `component:default/service-${index}`;
}

/** Ref of a user. */
export function userRef(index: number): string {
  return `user:default/user-${index}`;
}

/** The group above a group; undefined at the top. Four levels in all. */
function parentOf(index: number): number | undefined {
  return index < TOP_GROUPS
    ? undefined
    : Math.floor((index - TOP_GROUPS) / GROUPS_PER_GROUP);
}

/**
 * Groups, users, services, systems and domains as the catalog has them.
 */
export function* organisation(size: EstateSize): Generator<Entity> {
  for (let index = 0; index < size.groups; index++) {
    const parent = parentOf(index);
    yield entity('Group', `team-${index}`, 'team', [
      ...(parent === undefined
        ? []
        : [{ type: 'childOf', targetRef: groupRef(parent) }]),
    ]);
  }
  for (let index = 0; index < size.users; index++) {
    yield entity('User', `user-${index}`, undefined, [
      { type: 'memberOf', targetRef: groupRef(index % size.groups) },
    ]);
  }
  for (let index = 0; index < size.domains; index++) {
    yield entity('Domain', `domain-${index}`, undefined, [
      { type: 'ownedBy', targetRef: groupRef(index % size.groups) },
    ]);
  }
  for (let index = 0; index < size.systems; index++) {
    yield entity('System', `system-${index}`, undefined, [
      { type: 'ownedBy', targetRef: groupRef(index % size.groups) },
      {
        type: 'partOf',
        targetRef: `domain:default/domain-${index % size.domains}`,
      },
    ]);
  }
  for (let index = 0; index < size.services; index++) {
    yield entity('Component', `service-${index}`, 'service', [
      { type: 'ownedBy', targetRef: groupRef(index % size.groups) },
      {
        type: 'partOf',
        targetRef: `system:default/system-${index % size.systems}`,
      },
    ]);
  }
}

function entity(
  kind: string,
  name: string,
  type: string | undefined,
  relations: Entity['relations'],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', title: `${kind} ${name}` },
    spec: type === undefined ? {} : { type },
    relations,
  };
}

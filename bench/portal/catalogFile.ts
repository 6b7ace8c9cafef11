import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { organisation } from '../estate/organisation';
import type { EstateSize } from '../estate/size';

/** The fields of a file that state what the catalog answers as a relation. */
const FIELDS: Record<string, Record<string, string>> = {
  Group: { childOf: 'parent' },
  Domain: { ownedBy: 'owner' },
  System: { ownedBy: 'owner', partOf: 'domain' },
  Component: { ownedBy: 'owner', partOf: 'system' },
};

/**
 * The organisation of an estate as a catalog file; JSON is YAML too.
 */
export function catalogFile(size: EstateSize): string {
  return Array.from(organisation(size), entity =>
    JSON.stringify(declared(entity)),
  ).join('\n---\n');
}

/** An entity as a file states it: with fields instead of relations. */
export function declared(entity: Entity): Entity {
  const { relations = [], ...rest } = entity;
  const spec: JsonObject = { ...rest.spec };
  if (entity.kind === 'Group') {
    spec.children = [];
  }
  if (entity.kind === 'Component') {
    spec.lifecycle = 'production';
  }
  if (entity.kind === 'User') {
    spec.memberOf = relations.map(({ targetRef }) => targetRef);
  }
  for (const { type, targetRef } of relations) {
    const field = FIELDS[entity.kind]?.[type];
    if (field) {
      spec[field] = targetRef;
    }
  }
  return { ...rest, spec };
}

import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** What to call an entity, and how the register knows it. */
export function entityIdentity(entity: Entity): { ref: string; name: string } {
  return {
    ref: stringifyEntityRef(entity),
    name: entity.metadata.title ?? entity.metadata.name,
  };
}

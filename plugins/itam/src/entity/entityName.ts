import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** What to call an entity, and how the register knows it. */
export function entityIdentity(entity: Entity): { ref: string; name: string } {
  return {
    ref: stringifyEntityRef(entity),
    name: displayName(entity) ?? entity.metadata.title ?? entity.metadata.name,
  };
}

/** What a person or group is called in their profile. */
function displayName(entity: Entity): string | undefined {
  const profile = entity.spec?.profile;
  return typeof profile === 'object' &&
    profile !== null &&
    !Array.isArray(profile) &&
    typeof profile.displayName === 'string'
    ? profile.displayName
    : undefined;
}

import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';

/** Key under which the catalog keeps refs for the register against others. */
export const REGISTER_LOCATION_KEY = 'itam-register';

/** Origin of all entities the register publishes. */
export const REGISTER_ORIGIN = 'itam:register';

/** Filter for the entities in the catalog that the register published. */
export const PUBLISHED_FILTER = {
  [`metadata.annotations.${ANNOTATION_ORIGIN_LOCATION}`]: REGISTER_ORIGIN,
};

/** An entity of the register as the catalog takes it from a provider. */
export function deferredEntity(ref: string, entity: Entity): DeferredEntity {
  return {
    locationKey: REGISTER_LOCATION_KEY,
    entity: {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          [ANNOTATION_LOCATION]: `itam:${ref}`,
          [ANNOTATION_ORIGIN_LOCATION]: REGISTER_ORIGIN,
        },
      },
    },
  };
}

/**
 * Where an entity in the catalog comes from when that is not the register;
 * undefined when it is.
 */
export function otherHolderOf(entity: Entity): string | undefined {
  const { annotations } = entity.metadata;
  return annotations?.[ANNOTATION_ORIGIN_LOCATION] === REGISTER_ORIGIN
    ? undefined
    : annotations?.[ANNOTATION_LOCATION] ?? 'another source';
}

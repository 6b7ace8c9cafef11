import type { Entity } from '@backstage/catalog-model';
import { DECLARATION_REVISION_ANNOTATION } from '@backstage-itam/plugin-itam-common';

/** Annotation of entities that no location or parent emits any more. */
export const ORPHAN_ANNOTATION = 'backstage.io/orphan';

/**
 * The revision a catalog entity carries; undefined for none.
 */
export function revisionOf(entity: Entity): string | undefined {
  return entity.metadata.annotations?.[DECLARATION_REVISION_ANNOTATION];
}

/**
 * Whether the catalog still has an entity that nothing declares any more.
 */
export function isOrphan(entity: Entity): boolean {
  return entity.metadata.annotations?.[ORPHAN_ANNOTATION] === 'true';
}

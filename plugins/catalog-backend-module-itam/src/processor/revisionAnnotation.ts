import type { Entity } from '@backstage/catalog-model';
import { DECLARATION_REVISION_ANNOTATION } from '@backstage-itam/plugin-itam-common';

/**
 * The entity with this revision, or without any. What the file says about it
 * never counts: it could name a revision that was never accepted.
 */
export function withRevision(
  entity: Entity,
  revision: string | undefined,
): Entity {
  const { [DECLARATION_REVISION_ANNOTATION]: _written, ...annotations } =
    entity.metadata.annotations ?? {};
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...annotations,
        ...(revision !== undefined && {
          [DECLARATION_REVISION_ANNOTATION]: revision,
        }),
      },
    },
  };
}

import type { Entity } from '@backstage/catalog-model';
import {
  entityOfRecordText,
  namedRecordText,
} from '@backstage-itam/plugin-itam-common';
import type { Draft } from '../draft/Draft';

/** The draft as an entity of a catalog file. */
export function entityOfDraft(draft: Draft): Entity {
  const { text } = namedRecordText(draft);
  const entity = entityOfRecordText(text);
  const { namespace, ...metadata } = entity.metadata;
  return {
    apiVersion: entity.apiVersion,
    kind: entity.kind,
    metadata: {
      ...metadata,
      ...(draft.namespace === undefined ? {} : { namespace }),
      ...draft.metadata,
    },
    spec: entity.spec,
  };
}

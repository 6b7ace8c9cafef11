import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
} from '@backstage/catalog-model';
import { relationsOf } from '@backstage-itam/plugin-itam-common';
import {
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';

/**
 * Emits the relations of an asset, licence or contract on a date, in both
 * directions. Targets need not exist. Throws if another processor has turned
 * the entity into something that is not valid.
 */
export function emitRelations(
  entity: Entity,
  asOf: string,
  emit: CatalogProcessorEmit,
) {
  const self = getCompoundEntityRef(entity);
  for (const { type, reverseType, targetRef } of relationsOf(entity, asOf)) {
    const other = parseEntityRef(targetRef);
    emit(processingResult.relation({ source: self, type, target: other }));
    emit(
      processingResult.relation({
        source: other,
        type: reverseType,
        target: self,
      }),
    );
  }
}

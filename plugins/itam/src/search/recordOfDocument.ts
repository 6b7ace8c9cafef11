import type { SearchDocument } from '@backstage/plugin-search-common';
import {
  ASSET_CLASSES,
  ITAM_KINDS,
  LIFECYCLE_STAGES,
} from '@backstage-itam/plugin-itam-common';

/**
 * What a search document tells of a record. A search engine gives back what
 * it was given, perhaps by another version: unknown values are left out.
 */
export function recordOfDocument(document: SearchDocument) {
  const field = (name: string): unknown =>
    Object.entries(document).find(([key]) => key === name)?.[1];
  const owner = field('owner');
  return {
    kind: ITAM_KINDS.find(kind => kind === field('kind')),
    class: ASSET_CLASSES.find(one => one === field('class')),
    stage: LIFECYCLE_STAGES.find(stage => stage === field('stage')),
    owner: typeof owner === 'string' ? owner : undefined,
  };
}

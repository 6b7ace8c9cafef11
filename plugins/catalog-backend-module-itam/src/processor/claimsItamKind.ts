import type { Entity } from '@backstage/catalog-model';
import { ITAM_KINDS } from '@backstage-itam/plugin-itam-common';

const KINDS: ReadonlySet<string> = new Set(
  ITAM_KINDS.map(kind => kind.toLowerCase()),
);

/**
 * Whether the entity would take a ref of one of our kinds, whatever its
 * apiVersion and however the kind is written: refs ignore both.
 */
export function claimsItamKind(entity: Entity): boolean {
  return KINDS.has(entity.kind.toLowerCase());
}

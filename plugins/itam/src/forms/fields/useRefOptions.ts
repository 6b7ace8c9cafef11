import type { ItamKind } from '@backstage-itam/plugin-itam-common';
import {
  type EntityOption,
  useCatalogEntities,
} from '../../catalog/useCatalogEntities';
import { useRecordOptions } from '../../records/useRecordOptions';

/** Whom or what a field may name. */
export interface RefRange {
  /** Kinds of the catalog. */
  entities?: readonly string[];
  /** Kinds of the register. */
  records?: readonly ItamKind[];
}

/**
 * Entities of the catalog and records of the register that match a text. Asked
 * for only while `wanted`; what cannot be asked is left out, since any
 * reference can be typed.
 */
export function useRefOptions(
  range: RefRange,
  text: string,
  wanted: boolean,
): EntityOption[] {
  const entities = useCatalogEntities(range.entities ?? [], text, wanted);
  const records = useRecordOptions(range.records ?? [], text, wanted);
  return [...entities, ...records];
}

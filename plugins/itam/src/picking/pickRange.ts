import type { ItamKind } from '@backstage-itam/plugin-itam-common';
import { type Found, foundTogether } from './found';
import { useCatalogEntities } from './useCatalogEntities';
import { useRecordOptions } from './useRecordOptions';

/** Whom or what a picker offers. */
export interface PickRange {
  /** Kinds of the catalog. */
  entities?: readonly string[];
  /** Kinds of the register. */
  records?: readonly ItamKind[];
}

/** Teams and people. */
export const PARTIES: PickRange = { entities: ['group', 'user'] };
/** What uses records. */
export const SERVICES: PickRange = {
  entities: ['component', 'system', 'domain', 'resource', 'api'],
};

const NONE: readonly never[] = [];

/**
 * What of a range matches a text; asked for only while `wanted`.
 */
export function usePickRange(
  { entities = NONE, records = NONE }: PickRange,
  text: string,
  wanted: boolean,
): Found {
  return foundTogether([
    useCatalogEntities(entities, text, wanted),
    useRecordOptions(records, text, wanted),
  ]);
}

import {
  type EntityOption,
  useCatalogEntities,
} from '../catalog/useCatalogEntities';

/** Kinds of catalog entities a picker offers. */
export type HolderKind = 'user' | 'group' | 'service';

const KINDS: Record<HolderKind, string[]> = {
  user: ['user'],
  group: ['group'],
  service: ['component', 'system', 'domain', 'resource', 'api'],
};

/**
 * People, teams or services of the catalog whose name has a text in it; asked
 * for only while `wanted`.
 */
export function useHolderOptions(
  text: string,
  kinds: readonly HolderKind[],
  wanted: boolean,
): EntityOption[] {
  return useCatalogEntities(
    kinds.flatMap(kind => KINDS[kind]),
    text,
    wanted,
  );
}

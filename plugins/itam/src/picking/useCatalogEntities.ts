import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { Found } from './found';
import { useSearched } from './useSearched';

const NAME_FIELDS = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
];
const AT_MOST = 20;

/**
 * Entities of some kinds whose name has a text in it; asked for only while
 * `wanted`.
 */
export function useCatalogEntities(
  kinds: readonly string[],
  text: string,
  wanted: boolean,
): Found {
  const catalog = useApiHolder().get(catalogApiRef);
  const term = text.trim();
  return useSearched(
    wanted && kinds.length > 0 ? JSON.stringify([kinds, term]) : undefined,
    async () => {
      if (!catalog) {
        throw new Error('The portal has no catalog to ask');
      }
      const { items } = await catalog.queryEntities({
        filter: { kind: [...kinds] },
        fields: ['kind', 'metadata.namespace', ...NAME_FIELDS],
        fullTextFilter: term ? { term, fields: NAME_FIELDS } : undefined,
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: AT_MOST,
      });
      return items.map(entity => ({
        id: stringifyEntityRef(entity),
        label: nameOf(entity),
      }));
    },
  );
}

function nameOf(entity: {
  metadata: { name: string; title?: string };
  spec?: Record<string, unknown>;
}): string {
  const profile = entity.spec?.profile;
  const displayName =
    typeof profile === 'object' && profile !== null && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return (
    entity.metadata.title ??
    (typeof displayName === 'string' ? displayName : entity.metadata.name)
  );
}

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';

/** An entity to choose, by its ref. */
export interface EntityOption {
  id: string;
  label: string;
}

const NAME_FIELDS = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
];
const AT_MOST = 20;
const TYPING_PAUSE_MS = 250;

/**
 * Entities of some kinds whose name has a text in it, once typing pauses.
 * Asked for only while `wanted`; a catalog that does not answer, or no kind,
 * offers nothing, since any reference can be typed.
 */
export function useCatalogEntities(
  kinds: readonly string[],
  text: string,
  wanted: boolean,
): EntityOption[] {
  const catalog = useApiHolder().get(catalogApiRef);
  const [found, setFound] = useState<EntityOption[]>([]);
  const asked = kinds.join(' ');
  const term = text.trim();
  useEffect(() => {
    if (!catalog || !wanted || asked === '') {
      return undefined;
    }
    let current = true;
    const ask = async () => {
      const { items } = await catalog.queryEntities({
        filter: { kind: asked.split(' ') },
        fields: ['kind', 'metadata.namespace', ...NAME_FIELDS],
        fullTextFilter: term ? { term, fields: NAME_FIELDS } : undefined,
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: AT_MOST,
      });
      return items.map(entity => ({
        id: stringifyEntityRef(entity),
        label: nameOf(entity),
      }));
    };
    const pause = setTimeout(
      () =>
        ask().then(
          options => current && setFound(options),
          () => current && setFound([]),
        ),
      TYPING_PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(pause);
    };
  }, [catalog, term, asked, wanted]);
  return found;
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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';

/** Kinds of catalog entities a picker offers. */
export type HolderKind = 'user' | 'group' | 'service';

/** An entity to choose. */
export interface HolderOption {
  id: string;
  label: string;
}

const KINDS: Record<HolderKind, string[]> = {
  user: ['user'],
  group: ['group'],
  service: ['component', 'system', 'domain', 'resource', 'api'],
};
const NAME_FIELDS = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
];
const AT_MOST = 20;
const TYPING_PAUSE_MS = 250;

/**
 * People, teams or services of the catalog whose name has a text in it; asked
 * for only while `wanted`.
 */
export function useHolderOptions(
  text: string,
  kinds: readonly HolderKind[],
  wanted: boolean,
): HolderOption[] {
  const catalog = useApiHolder().get(catalogApiRef);
  const [found, setFound] = useState<HolderOption[]>([]);
  const asked = kinds.flatMap(kind => KINDS[kind]).join(' ');
  useEffect(() => {
    if (!catalog || !wanted) {
      return undefined;
    }
    let current = true;
    const ask = async () => {
      const { items } = await catalog.queryEntities({
        filter: { kind: asked.split(' ') },
        fields: ['kind', 'metadata.namespace', ...NAME_FIELDS],
        fullTextFilter: text.trim()
          ? { term: text.trim(), fields: NAME_FIELDS }
          : undefined,
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
          // A catalog that does not answer offers nothing; refs can be typed.
          () => current && setFound([]),
        ),
      TYPING_PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(pause);
    };
  }, [catalog, text, asked, wanted]);
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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { ItamKind } from '@backstage-itam/plugin-itam-common';
import { useEffect, useState } from 'react';
import { itamApiRef } from '../../api';

/** An entity that may be chosen. */
export interface RefOption {
  id: string;
  label: string;
}

/** Whom or what a field may name. */
export interface RefRange {
  /** Kinds of the catalog. */
  entities?: readonly string[];
  /** Kinds of the register. */
  records?: readonly ItamKind[];
}

const MOST = 20;
const TYPING_PAUSE_MS = 250;

/**
 * Entities of the catalog and records of the register that match a text. Asked
 * for only while `wanted`; what cannot be asked is left out, since any
 * reference can be typed.
 */
export function useRefOptions(
  range: RefRange,
  text: string,
  wanted: boolean,
): RefOption[] {
  const catalog = useApiHolder().get(catalogApiRef);
  const api = useApi(itamApiRef);
  const [found, setFound] = useState<RefOption[]>([]);
  const entities = range.entities?.join(' ') ?? '';
  const records = range.records?.join(' ') ?? '';
  useEffect(() => {
    if (!wanted) {
      return undefined;
    }
    let current = true;
    const term = text.trim();
    const askCatalog = async (): Promise<RefOption[]> => {
      if (!catalog || entities === '') {
        return [];
      }
      const { items } = await catalog.queryEntities({
        filter: { kind: entities.split(' ') },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.profile.displayName',
        ],
        fullTextFilter: term
          ? {
              term,
              fields: [
                'metadata.name',
                'metadata.title',
                'spec.profile.displayName',
              ],
            }
          : undefined,
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: MOST,
      });
      return items.map(entity => ({
        id: stringifyEntityRef(entity),
        label: titleOf(entity),
      }));
    };
    const askRegister = async (): Promise<RefOption[]> => {
      const pages = await Promise.all(
        records.split(' ').flatMap(name =>
          name === 'Asset' || name === 'License' || name === 'Contract'
            ? [
                api.listRecords({
                  kind: name,
                  q: term || undefined,
                  limit: MOST,
                }),
              ]
            : [],
        ),
      );
      return pages
        .flatMap(({ items }) => items)
        .map(({ ref, title }) => ({ id: ref, label: title }));
    };
    const nothing = (): RefOption[] => [];
    const pause = setTimeout(() => {
      Promise.all([askCatalog().catch(nothing), askRegister().catch(nothing)])
        .then(lists => current && setFound(lists.flat()))
        .catch(() => current && setFound([]));
    }, TYPING_PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(pause);
    };
  }, [catalog, api, entities, records, text, wanted]);
  return found;
}

function titleOf(entity: {
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

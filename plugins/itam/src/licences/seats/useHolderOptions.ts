import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { LicensePool } from '@backstage-itam/plugin-itam-common';
import { useEffect, useState } from 'react';
import { itamApiRef } from '../../api';

/** Somebody or something that can have a seat. */
export interface HolderOption {
  id: string;
  label: string;
}

const MOST = 20;
const TYPING_PAUSE_MS = 250;

/** Metrics whose seats devices have. */
const DEVICE_METRICS: readonly LicensePool['metric'][] = [
  'device',
  'device-cal',
  'core',
  'processor',
];

/**
 * People of the catalog, or devices of the register where the metric counts
 * these, that match a text; nothing when nobody answers, since any reference
 * can be typed.
 */
export function useHolderOptions(
  metric: LicensePool['metric'],
  text: string,
  wanted: boolean,
): HolderOption[] {
  const catalog = useApiHolder().get(catalogApiRef);
  const api = useApi(itamApiRef);
  const [found, setFound] = useState<HolderOption[]>([]);
  const devices = DEVICE_METRICS.includes(metric);
  useEffect(() => {
    if (!wanted) {
      return undefined;
    }
    let current = true;
    const term = text.trim();
    const people = async () => {
      const { items } = (await catalog?.queryEntities({
        filter: { kind: 'user' },
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
      })) ?? { items: [] };
      return items.map(entity => ({
        id: stringifyEntityRef(entity),
        label: nameOf(entity),
      }));
    };
    const assets = async () => {
      const { items } = await api.listRecords({
        kind: 'Asset',
        q: term || undefined,
        sort: 'title',
        limit: MOST,
      });
      return items.map(({ ref, title }) => ({ id: ref, label: title }));
    };
    const pause = setTimeout(
      () =>
        (devices ? assets() : people()).then(
          options => current && setFound(options),
          () => current && setFound([]),
        ),
      TYPING_PAUSE_MS,
    );
    return () => {
      current = false;
      clearTimeout(pause);
    };
  }, [catalog, api, devices, text, wanted]);
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
  return typeof displayName === 'string'
    ? displayName
    : entity.metadata.title ?? entity.metadata.name;
}

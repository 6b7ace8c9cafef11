import { useApi } from '@backstage/core-plugin-api';
import type {
  DiscoveryEntry,
  ItamApi,
} from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { isReservedKey } from '../translation';
import { EVERYTHING } from '../view';

/** What a discovered name can stand for. */
export interface MapTarget {
  /** What the register is told. */
  value: string;
  label: string;
}

const MOST = 200;

/**
 * Products and software records, or suppliers, that the reader may see; none
 * while they are on their way or cannot be asked for, since every name can be
 * typed.
 */
export function useMapTargets(kind: DiscoveryEntry['kind']): MapTarget[] {
  const api = useApi(itamApiRef);
  const loaded = useLoad(kind, () =>
    kind === 'spend' ? suppliers(api) : products(api),
  );
  return loaded.state === 'ready' ? loaded.value : [];
}

async function suppliers(api: Pick<ItamApi, 'getCosts'>): Promise<MapTarget[]> {
  const { groups } = await api.getCosts({
    of: EVERYTHING,
    by: 'supplier',
    basis: 'owned',
  });
  return groups
    .filter(group => !isReservedKey(group.key))
    .map(({ key, title }) => ({ value: key, label: title }));
}

async function products(
  api: Pick<ItamApi, 'listLicensePositions' | 'listRecords'>,
): Promise<MapTarget[]> {
  const [positions, software] = await Promise.all([
    api.listLicensePositions({ sort: 'product', limit: MOST }),
    api.listRecords({ class: 'software', sort: 'title', limit: MOST }),
  ]);
  const names = new Set([
    ...positions.items.map(({ product }) => product),
    ...software.items.map(({ title }) => title),
  ]);
  return [...names]
    .sort((a, b) => a.localeCompare(b))
    .map(name => ({ value: name, label: name }));
}

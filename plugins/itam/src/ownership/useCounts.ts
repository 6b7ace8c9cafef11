import { useApi } from '@backstage/core-plugin-api';
import { itamApiRef } from '../api';
import { type Loaded, useLoad } from '../loading';
import type { Branch } from './ownershipView';

/**
 * How many records each group owns, with the groups below it.
 */
export function useGroupCounts(): Loaded<Map<string, number>> {
  const api = useApi(itamApiRef);
  return useLoad('group-counts', async () => {
    const { items } = await api.countRecords({ by: 'group' });
    return new Map(items.map(({ key, records }) => [key, records]));
  });
}

/**
 * How much is in each branch beside the organisation; undefined while it is
 * not known, or not for the reader.
 */
export function useOutsideCounts(): Partial<Record<Branch, number>> {
  const api = useApi(itamApiRef);
  const orphans = useLoad('orphans', async () => {
    const [none, unknown] = await Promise.all([
      api.listRecords({ ownerState: 'none', limit: 1 }),
      api.listRecords({ ownerState: 'unknown', limit: 1 }),
    ]);
    return none.totalItems + unknown.totalItems;
  });
  const leavers = useLoad('leavers', async () => {
    const held = await api.listRecords({ assigneeState: 'unknown', limit: 1 });
    return held.totalItems;
  });
  const unmatched = useLoad('shadow-it', async () => {
    const found = await api.discoveries.list({ state: 'unmatched', limit: 1 });
    return found.totalItems;
  });
  return {
    orphans: valueOf(orphans),
    leavers: valueOf(leavers),
    'shadow-it': valueOf(unmatched),
  };
}

function valueOf(loaded: Loaded<number>): number | undefined {
  return loaded.state === 'ready' ? loaded.value : undefined;
}

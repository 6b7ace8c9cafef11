import { useApi } from '@backstage/core-plugin-api';
import type { AmountJson } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { type Loaded, useLoad } from '../loading';

/**
 * What each of some suppliers has cost in the last twelve months, in one
 * request; those whose cost the reader may not see are left out.
 */
export function useSpend(
  /** Undefined while they are on their way. */
  vendors: readonly string[] | undefined,
): Loaded<Map<string, AmountJson>> {
  const api = useApi(itamApiRef);
  return useLoad(JSON.stringify(vendors ?? null), async () => {
    if (!vendors) {
      return new Promise<never>(() => {});
    }
    if (vendors.length === 0) {
      return new Map();
    }
    const { items } = await api.queryCosts({
      of: vendors.map(vendor => `supplier:${vendor}`),
      by: 'currency',
    });
    return new Map(
      items.flatMap(({ of, costs }): [string, AmountJson][] => {
        if (!costs) {
          return [];
        }
        const { total, currency } = costs.total.converted;
        return [[of.replace(/^supplier:/, ''), { amount: total, currency }]];
      }),
    );
  });
}

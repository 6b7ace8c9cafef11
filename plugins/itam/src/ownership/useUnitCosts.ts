import { useApi } from '@backstage/core-plugin-api';
import type { CostBasis, ItamApi } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { type Loaded, useLoad } from '../loading';

/** As many nodes as one question may be about. */
const MOST_NODES = 200;

/** What a group costs in the month, or that the reader may not see it. */
export type UnitCost = { amount: string; currency: string } | 'hidden';

/**
 * What the groups that show cost in a month, asked for together.
 */
export function useUnitCosts(
  refs: readonly string[],
  question: { basis: CostBasis; month: string },
): Loaded<Map<string, UnitCost>> {
  const api = useApi(itamApiRef);
  const { basis, month } = question;
  return useLoad(JSON.stringify([basis, month, refs]), () =>
    readCosts(api, refs, { basis, from: month, to: month }),
  );
}

async function readCosts(
  api: Pick<ItamApi, 'queryCosts'>,
  refs: readonly string[],
  question: { basis: CostBasis; from: string; to: string },
): Promise<Map<string, UnitCost>> {
  const costs = new Map<string, UnitCost>();
  for (let at = 0; at < refs.length; at += MOST_NODES) {
    const of = refs.slice(at, at + MOST_NODES);
    const { items } = await api.queryCosts({ ...question, of });
    for (const item of items) {
      const series = item.costs?.total.converted;
      costs.set(
        item.of,
        series
          ? {
              amount: series.months[series.months.length - 1],
              currency: series.currency,
            }
          : 'hidden',
      );
    }
  }
  return costs;
}

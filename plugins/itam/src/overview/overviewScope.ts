import type {
  CostAnswer,
  CostsQueryAnswer,
  ItamApi,
} from '@backstage-itam/plugin-itam-common';
import { failureOf } from '../loading';
import { EVERYTHING } from '../view';

/**
 * What the overview is of: everything, or one of the reader's own teams when
 * they may not see what everything costs.
 */
export interface OverviewScope {
  /** Everything, or a group. */
  of: string;
  /** Cost by category of the last twelve months. */
  costs: CostAnswer;
  /** Teams the reader may choose among; none when they see everything. */
  teams: { ref: string; title: string }[];
}

/** How the overview asks for costs: by who owns the records. */
export const OVERVIEW_COSTS = { by: 'category', basis: 'owned' } as const;

/**
 * Asks for everything; who is refused sees one of their own teams.
 *
 * Throws the refusal when there is no team whose cost they may see.
 */
export async function loadScope(
  api: Pick<ItamApi, 'getCosts' | 'queryCosts'>,
  ownTeams: () => Promise<string[]>,
  wanted: string | undefined,
): Promise<OverviewScope> {
  try {
    const costs = await api.getCosts({ of: EVERYTHING, ...OVERVIEW_COSTS });
    return { of: EVERYTHING, costs, teams: [] };
  } catch (error) {
    if (failureOf(error).kind !== 'forbidden') {
      throw error;
    }
    const of = await ownTeams();
    const items: CostsQueryAnswer['items'] =
      of.length > 0
        ? (await api.queryCosts({ of, ...OVERVIEW_COSTS })).items
        : [];
    const visible = items.flatMap(item => item.costs ?? []);
    const chosen = visible.find(costs => costs.of.ref === wanted) ?? visible[0];
    if (!chosen) {
      throw error;
    }
    return {
      of: chosen.of.ref,
      costs: chosen,
      teams: visible.map(costs => costs.of),
    };
  }
}

/** The owner that lists of records are narrowed to; undefined for none. */
export function ownerOf(scope: Pick<OverviewScope, 'of'>): string | undefined {
  return scope.of === EVERYTHING ? undefined : scope.of;
}

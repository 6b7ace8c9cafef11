import {
  contractsRouteRef,
  financeRouteRef,
  licencesRouteRef,
  registerRouteRef,
  rootRouteRef,
} from '../routes';
import { useOptionalRoute } from '../ui';

/** What an address holds; undefined is left out. */
type Search = Record<string, string | undefined>;

/** Paths to the lists behind figures; undefined where a portal lacks them. */
export interface OverviewPaths {
  register(search?: Search): string | undefined;
  contracts(search?: Search): string | undefined;
  licences(search?: Search): string | undefined;
  explorer(search?: Search): string | undefined;
  /** What breaks the rules, under audits and policies. */
  findings(search?: Search): string | undefined;
}

/**
 * Finds the lists behind the figures of the overview.
 */
export function useOverviewPaths(): OverviewPaths {
  const register = useOptionalRoute(registerRouteRef)?.();
  const contracts = useOptionalRoute(contractsRouteRef)?.();
  const licences = useOptionalRoute(licencesRouteRef)?.();
  const finance = useOptionalRoute(financeRouteRef)?.();
  const root = useOptionalRoute(rootRouteRef)?.();
  return {
    register: search => withSearch(register, search),
    contracts: search => withSearch(contracts, search),
    licences: search => withSearch(licences, search),
    explorer: search => withSearch(finance, search),
    findings: search => withSearch(root && `${root}/audits/findings`, search),
  };
}

function withSearch(
  path: string | undefined,
  search: Search = {},
): string | undefined {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined) {
      query.set(name, value);
    }
  }
  return path && query.size > 0 ? `${path}?${query}` : path;
}

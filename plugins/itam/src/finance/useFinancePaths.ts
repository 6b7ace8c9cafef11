import { financeRouteRef } from '../routes';
import { EVERYTHING } from '../view';
import { useOptionalRoute } from '../ui/useOptionalRoute';

/** Pages of the finance section. */
export type FinancePageName =
  | 'explorer'
  | 'compare'
  | 'forecast'
  | 'budgets'
  | 'depreciation'
  | 'rates';

/** What an address may hold; undefined is left out. */
type Search = Record<string, string | undefined>;

/** Paths inside the finance section. */
export interface FinancePaths {
  page(name: FinancePageName, search?: Search): string;
  budget(fiscalYear: number, of: string): string;
}

/** What an address leaves out. */
const DEFAULTS: Search = { of: EVERYTHING, view: 'accrued' };

/** Where the section is mounted in portals that do not say otherwise. */
const DEFAULT_PATH = '/it-assets/finance';

/**
 * Finds the pages of the finance section.
 */
export function useFinancePaths(): FinancePaths {
  const route = useOptionalRoute(financeRouteRef);
  const base = route?.() ?? DEFAULT_PATH;
  return {
    page: (name, search = {}) => {
      const query = new URLSearchParams();
      for (const [key, value] of Object.entries(search)) {
        if (value !== undefined && value !== DEFAULTS[key]) {
          query.set(key, value);
        }
      }
      const text = query.toString();
      const path = name === 'explorer' ? base : `${base}/${name}`;
      return text ? `${path}?${text}` : path;
    },
    budget: (fiscalYear, of) =>
      `${base}/budgets/${fiscalYear}/${encodeURIComponent(of)}`,
  };
}

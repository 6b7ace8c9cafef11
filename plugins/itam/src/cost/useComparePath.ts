import { financeCompareRouteRef } from '../routes';
import { useOptionalRoute } from '../ui/useOptionalRoute';
import { monthPlus } from '../format';

/** The months of a comparison and what it is of. */
export interface Comparison {
  of: string;
  /** The month in question; it is compared with the one before. */
  month: string;
  basis?: string;
  view?: string;
  currency?: string;
}

/**
 * The query of a comparison of a month with the one before.
 */
export function comparisonOf<T extends Comparison>({ month, ...rest }: T) {
  const base = monthPlus(month, -1);
  return { ...rest, from: month, to: month, baseFrom: base, baseTo: base };
}

/**
 * The address of the page that explains a difference; undefined in a portal
 * without that page.
 */
export function useComparePath(): (
  comparison: Comparison,
) => string | undefined {
  const route = useOptionalRoute(financeCompareRouteRef);
  return comparison => {
    const path = route?.();
    if (!path) {
      return undefined;
    }
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(comparisonOf(comparison))) {
      if (value) {
        search.set(name, value);
      }
    }
    return `${path}?${search}`;
  };
}

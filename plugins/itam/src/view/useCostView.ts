import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type CostView, readCostView, writeCostView } from './costView';

/**
 * The view in the address and how to change it. A change replaces the
 * history entry: "back" leaves the page instead of undoing pickers.
 */
export function useCostView(): [CostView, (change: Partial<CostView>) => void] {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => readCostView(search), [search]);
  const change = useCallback(
    (next: Partial<CostView>) =>
      setSearch(current => writeCostView(current, next), { replace: true }),
    [setSearch],
  );
  return [view, change];
}

import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  type FinanceView,
  readFinanceView,
  writeFinanceView,
} from './financeView';

/**
 * The view in the address and how to change it. A change replaces the
 * history entry: "back" leaves the page instead of undoing pickers.
 */
export function useFinanceView(): [
  FinanceView,
  (change: Partial<FinanceView>) => void,
] {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => readFinanceView(search), [search]);
  const change = useCallback(
    (next: Partial<FinanceView>) =>
      setSearch(current => writeFinanceView(current, next), { replace: true }),
    [setSearch],
  );
  return [view, change];
}

import { useLocation } from 'react-router-dom';
import { useSectionTexts } from '../translation';
import { SectionNav } from '../ui';
import { type FinancePaths, useFinancePaths } from './useFinancePaths';

const PAGES = [
  'explorer',
  'compare',
  'forecast',
  'budgets',
  'depreciation',
  'rates',
] as const;

/**
 * The pages of the finance section. What is looked at — node, basis, view and
 * currency — goes along to pages that know it; their months do not.
 */
export function FinanceNav() {
  const t = useSectionTexts();
  const paths = useFinancePaths();
  const { pathname, search } = useLocation();
  const current = new URLSearchParams(search);
  const shared = Object.fromEntries(
    ['of', 'basis', 'view', 'currency'].flatMap(name => {
      const value = current.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const here = currentPage(pathname, paths);
  return (
    <SectionNav
      label={t('finance.nav.label')}
      pages={PAGES.map(page => ({
        path: paths.page(page, shared),
        label: t(`finance.nav.${page}`),
        current: page === here,
      }))}
    />
  );
}

/** The page at an address; the explorer is at the section's own. */
function currentPage(
  pathname: string,
  paths: FinancePaths,
): (typeof PAGES)[number] {
  return (
    PAGES.find(
      page => page !== 'explorer' && pathname.startsWith(paths.page(page)),
    ) ?? 'explorer'
  );
}

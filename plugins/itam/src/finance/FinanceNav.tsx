import { Link, useLocation } from 'react-router-dom';
import { useTexts } from '../translation';
import styles from './Finance.module.css';
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
  const t = useTexts();
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
    <nav className={styles.nav} aria-label={t('finance.nav.label')}>
      <ul>
        {PAGES.map(page => (
          <li key={page}>
            <Link
              to={paths.page(page, shared)}
              aria-current={page === here ? 'page' : undefined}
            >
              {t(`finance.nav.${page}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
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

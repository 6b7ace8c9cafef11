import { Link, useLocation } from 'react-router-dom';
import { useTexts } from '../translation';
import styles from './Audits.module.css';
import { useAuditPaths } from './useAuditPaths';

/**
 * The pages of the section: audits, findings and policies.
 */
export function AuditsNav() {
  const t = useTexts();
  const paths = useAuditPaths();
  const { pathname } = useLocation();
  const pages = [
    { id: 'audits', path: paths.audits() },
    { id: 'findings', path: paths.findings() },
    { id: 'policies', path: paths.policies() },
  ] as const;
  // The audits' own path begins all of them.
  const here =
    pages.find(
      ({ id, path }) => id !== 'audits' && pathname.startsWith(path),
    ) ?? pages[0];
  return (
    <nav className={styles.nav} aria-label={t('audits.nav.label')}>
      <ul>
        {pages.map(({ id, path }) => (
          <li key={id}>
            <Link to={path} aria-current={id === here.id ? 'page' : undefined}>
              {t(`audits.nav.${id}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

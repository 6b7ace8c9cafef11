import { useLocation } from 'react-router-dom';
import { useSectionTexts } from '../translation';
import { SectionNav } from '../ui';
import { useAuditPaths } from './useAuditPaths';

/**
 * The pages of the section: audits, findings and policies.
 */
export function AuditsNav() {
  const t = useSectionTexts();
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
    <SectionNav
      label={t('audits.nav.label')}
      pages={pages.map(({ id, path }) => ({
        path,
        label: t(`audits.nav.${id}`),
        current: id === here.id,
      }))}
    />
  );
}

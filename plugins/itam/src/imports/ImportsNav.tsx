import { useLocation } from 'react-router-dom';
import { useTexts } from '../translation';
import { SectionNav } from '../ui';
import { useImportPaths } from './useImportPaths';

/**
 * The pages of the section: spreadsheets, and bills of clouds.
 */
export function ImportsNav() {
  const t = useTexts();
  const { all, bills } = useImportPaths();
  const { pathname } = useLocation();
  const onBills = pathname.endsWith('/cloud-bills');
  return (
    <SectionNav
      label={t('cloudBilling.nav.label')}
      pages={[
        {
          path: all,
          label: t('cloudBilling.nav.spreadsheets'),
          current: !onBills,
        },
        { path: bills, label: t('cloudBilling.nav.bills'), current: onBills },
      ]}
    />
  );
}

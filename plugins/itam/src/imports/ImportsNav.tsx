import { useLocation } from 'react-router-dom';
import { useSectionTexts } from '../translation';
import { SectionNav } from '../ui';
import { useImportPaths } from './useImportPaths';

/**
 * The pages of the section: spreadsheets, bills of clouds, and other tools.
 */
export function ImportsNav() {
  const t = useSectionTexts();
  const { all, bills, tools } = useImportPaths();
  const { pathname } = useLocation();
  const onBills = pathname.endsWith('/cloud-bills');
  const onTools = pathname.endsWith('/tools');
  return (
    <SectionNav
      label={t('cloudBilling.nav.label')}
      pages={[
        {
          path: all,
          label: t('cloudBilling.nav.spreadsheets'),
          current: !onBills && !onTools,
        },
        { path: bills, label: t('cloudBilling.nav.bills'), current: onBills },
        { path: tools, label: t('connectors.nav'), current: onTools },
      ]}
    />
  );
}

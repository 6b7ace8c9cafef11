import { PluginHeader } from '@backstage/ui';
import { RiHardDrive2Line } from '@remixicon/react';
import { Navigate, Route, Routes, useResolvedPath } from 'react-router-dom';
import { AuditsRouter } from '../audits/AuditsRouter';
import { ContractsRouter } from '../contracts/ContractsRouter';
import { FinanceRouter } from '../finance/FinanceRouter';
import { ImportsRouter } from '../imports/ImportsRouter';
import { LicencesPage } from '../licences/LicencesPage';
import { OverviewPage } from '../overview/OverviewPage';
import { OwnershipPage } from '../ownership/OwnershipPage';
import { ConfigurationItemPage } from '../tickets/ConfigurationItemPage';
import { useTexts } from '../translation';
import { HealthPage } from './HealthPage';
import { RecordsRouter } from './RecordsRouter';

/**
 * The IT Assets section with header and tabs, for portals on the legacy
 * frontend system; mount it at `/it-assets`.
 * @public
 */
export function ItamPage() {
  const t = useTexts();
  const base = useResolvedPath('.').pathname.replace(/\/$/, '');
  return (
    <>
      <PluginHeader
        icon={<RiHardDrive2Line />}
        title={t('section.title')}
        titleLink={base}
        tabs={[
          {
            id: 'overview',
            label: t('section.overview'),
            href: `${base}/overview`,
            matchStrategy: 'prefix',
          },
          {
            id: 'records',
            label: t('section.register'),
            href: `${base}/records`,
            matchStrategy: 'prefix',
          },
          {
            id: 'licences',
            label: t('section.licences'),
            href: `${base}/licences`,
            matchStrategy: 'prefix',
          },
          {
            id: 'contracts',
            label: t('section.contracts'),
            href: `${base}/contracts`,
            matchStrategy: 'prefix',
          },
          {
            id: 'ownership',
            label: t('section.ownership'),
            href: `${base}/ownership`,
            matchStrategy: 'prefix',
          },
          {
            id: 'finance',
            label: t('section.finance'),
            href: `${base}/finance`,
            matchStrategy: 'prefix',
          },
          {
            id: 'import',
            label: t('section.import'),
            href: `${base}/import`,
            matchStrategy: 'prefix',
          },
          {
            id: 'audits',
            label: t('section.audits'),
            href: `${base}/audits`,
            matchStrategy: 'prefix',
          },
          {
            id: 'health',
            label: t('section.health'),
            href: `${base}/health`,
            matchStrategy: 'prefix',
          },
        ]}
      />
      <Routes>
        <Route index element={<Navigate to="overview" replace />} />
        <Route path="overview" element={<OverviewPage />} />
        <Route path="records/*" element={<RecordsRouter />} />
        <Route path="licences/*" element={<LicencesPage />} />
        <Route path="contracts/*" element={<ContractsRouter />} />
        <Route path="ownership" element={<OwnershipPage />} />
        <Route path="finance/*" element={<FinanceRouter />} />
        <Route path="import/*" element={<ImportsRouter />} />
        <Route path="audits/*" element={<AuditsRouter />} />
        <Route path="health" element={<HealthPage />} />
        <Route path="ci/*" element={<ConfigurationItemPage />} />
      </Routes>
    </>
  );
}

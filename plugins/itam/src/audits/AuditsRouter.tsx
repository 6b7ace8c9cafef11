import { Route, Routes } from 'react-router-dom';
import { FindingsPage } from '../findings/FindingsPage';
import { PoliciesPage } from '../findings/PoliciesPage';
import { PageBody } from '../ui';
import { AuditPage } from './AuditPage';
import { AuditsNav } from './AuditsNav';
import { AuditsPage } from './AuditsPage';

/**
 * IT Assets › Audits & policies: audits, findings and policies.
 */
export function AuditsRouter() {
  return (
    <PageBody>
      <AuditsNav />
      <Routes>
        <Route index element={<AuditsPage />} />
        <Route path="findings" element={<FindingsPage />} />
        <Route path="policies" element={<PoliciesPage />} />
        <Route path=":id" element={<AuditPage />} />
      </Routes>
    </PageBody>
  );
}

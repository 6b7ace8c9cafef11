import { Suspense } from 'react';
import { Outlet, Route, Routes } from 'react-router-dom';
import { lazyPart, PageBody, SkeletonLines } from '../ui';
import { ImportsNav } from './ImportsNav';

const ImportsPage = lazyPart(() =>
  import('./ImportsPage').then(module => module.ImportsPage),
);
const CloudBillsPage = lazyPart(() =>
  import('../cloudBilling/CloudBillsPage').then(
    module => module.CloudBillsPage,
  ),
);
const ConnectorsPage = lazyPart(() =>
  import('../connectors/ConnectorsPage').then(module => module.ConnectorsPage),
);
const ImportPage = lazyPart(() =>
  import('./ImportPage').then(module => module.ImportPage),
);

/**
 * IT Assets › Import: uploading a spreadsheet, one import from its columns to
 * what became of it, bills of clouds, and other tools, each loaded when it is
 * opened.
 */
export function ImportsRouter() {
  const loading = <SkeletonLines heights={[56, 200, 120]} />;
  const withNav = (
    <>
      <ImportsNav />
      <Suspense fallback={loading}>
        <Outlet />
      </Suspense>
    </>
  );
  return (
    <PageBody>
      <Suspense fallback={loading}>
        <Routes>
          <Route element={withNav}>
            <Route index element={<ImportsPage />} />
            <Route path="cloud-bills" element={<CloudBillsPage />} />
            <Route path="tools" element={<ConnectorsPage />} />
          </Route>
          <Route path=":id" element={<ImportPage />} />
        </Routes>
      </Suspense>
    </PageBody>
  );
}

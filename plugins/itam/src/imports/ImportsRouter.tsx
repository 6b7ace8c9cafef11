import { Route, Routes } from 'react-router-dom';
import { CloudBillsPage } from '../cloudBilling';
import { PageBody } from '../ui';
import { ImportPage } from './ImportPage';
import { ImportsNav } from './ImportsNav';
import { ImportsPage } from './ImportsPage';

/**
 * IT Assets › Import: uploading a spreadsheet, one import from its columns to
 * what became of it, and bills of clouds.
 */
export function ImportsRouter() {
  return (
    <PageBody>
      <Routes>
        <Route
          index
          element={
            <>
              <ImportsNav />
              <ImportsPage />
            </>
          }
        />
        <Route
          path="cloud-bills"
          element={
            <>
              <ImportsNav />
              <CloudBillsPage />
            </>
          }
        />
        <Route path=":id" element={<ImportPage />} />
      </Routes>
    </PageBody>
  );
}

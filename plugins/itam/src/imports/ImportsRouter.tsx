import { Route, Routes } from 'react-router-dom';
import { CloudBillsPage } from '../cloudBilling';
import { ConnectorsPage } from '../connectors';
import { PageBody } from '../ui';
import { ImportPage } from './ImportPage';
import { ImportsNav } from './ImportsNav';
import { ImportsPage } from './ImportsPage';

/**
 * IT Assets › Import: uploading a spreadsheet, one import from its columns to
 * what became of it, bills of clouds, and other tools.
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
        <Route
          path="tools"
          element={
            <>
              <ImportsNav />
              <ConnectorsPage />
            </>
          }
        />
        <Route path=":id" element={<ImportPage />} />
      </Routes>
    </PageBody>
  );
}

import { Route, Routes } from 'react-router-dom';
import { PageBody } from '../ui';
import { ImportPage } from './ImportPage';
import { ImportsPage } from './ImportsPage';

/**
 * IT Assets › Import: uploading a spreadsheet, and one import from its columns
 * to what became of it.
 */
export function ImportsRouter() {
  return (
    <PageBody>
      <Routes>
        <Route index element={<ImportsPage />} />
        <Route path=":id" element={<ImportPage />} />
      </Routes>
    </PageBody>
  );
}

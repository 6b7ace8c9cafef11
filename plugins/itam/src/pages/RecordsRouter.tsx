import { Route, Routes } from 'react-router-dom';
import { RecordPage } from './RecordPage';
import { RegisterPage } from './RegisterPage';

/**
 * The register's list, and under it the page of each record.
 */
export function RecordsRouter() {
  return (
    <Routes>
      <Route index element={<RegisterPage />} />
      <Route path=":kind/:namespace/:name" element={<RecordPage />} />
    </Routes>
  );
}

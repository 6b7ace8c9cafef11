import { Route, Routes } from 'react-router-dom';
import { LabelsPage } from '../labels/LabelsPage';
import { RecordPage } from './RecordPage';
import { RegisterPage } from './RegisterPage';

/**
 * The register's list, and under it the page of each record.
 */
export function RecordsRouter() {
  return (
    <Routes>
      <Route index element={<RegisterPage />} />
      <Route path="labels" element={<LabelsPage />} />
      <Route path=":kind/:namespace/:name" element={<RecordPage />} />
    </Routes>
  );
}

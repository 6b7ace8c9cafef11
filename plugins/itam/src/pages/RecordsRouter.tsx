import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { LabelsPage } from '../labels/LabelsPage';
import { PageBody, SkeletonLines } from '../ui';
import { RecordPage } from './RecordPage';
import { RegisterPage } from './RegisterPage';

const NewRecordPage = lazy(() =>
  import('../forms/NewRecordPage').then(module => ({
    default: module.NewRecordPage,
  })),
);
const EditRecordPage = lazy(() =>
  import('../forms/EditRecordPage').then(module => ({
    default: module.EditRecordPage,
  })),
);

/**
 * The register's list, and under it the page of each record and the forms that
 * write one, which are loaded when they are opened.
 */
export function RecordsRouter() {
  return (
    <Suspense
      fallback={
        <PageBody>
          <SkeletonLines heights={[32, 56, 56, 200]} />
        </PageBody>
      }
    >
      <Routes>
        <Route index element={<RegisterPage />} />
        <Route path="labels" element={<LabelsPage />} />
        <Route path="new" element={<NewRecordPage />} />
        <Route path=":kind/:namespace/:name" element={<RecordPage />} />
        <Route
          path=":kind/:namespace/:name/edit"
          element={<EditRecordPage />}
        />
      </Routes>
    </Suspense>
  );
}

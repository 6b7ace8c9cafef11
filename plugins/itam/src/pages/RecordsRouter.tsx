import { Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { lazyPart, PageBody, SkeletonLines } from '../ui';

const RegisterPage = lazyPart(() =>
  import('./RegisterPage').then(module => module.RegisterPage),
);
const LabelsPage = lazyPart(() =>
  import('../labels/LabelsPage').then(module => module.LabelsPage),
);
const RecordPage = lazyPart(() =>
  import('./RecordPage').then(module => module.RecordPage),
);
const NewRecordPage = lazyPart(() =>
  import('../forms/NewRecordPage').then(module => module.NewRecordPage),
);
const EditRecordPage = lazyPart(() =>
  import('../forms/EditRecordPage').then(module => module.EditRecordPage),
);

/**
 * The register's list, and under it the page of each record and the forms that
 * write one, each loaded when it is opened.
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

import { Route, Routes } from 'react-router-dom';
import { SupplierPage } from '../suppliers/SupplierPage';
import { SuppliersPage } from '../suppliers/SuppliersPage';
import { PageBody } from '../ui';
import { ContractsNav } from './ContractsNav';
import { ContractsPage } from './ContractsPage';

/**
 * IT Assets › Contracts: what has to be decided, and under it the
 * suppliers and the page of each.
 */
export function ContractsRouter() {
  return (
    <PageBody>
      <ContractsNav />
      <Routes>
        <Route index element={<ContractsPage />} />
        <Route path="suppliers" element={<SuppliersPage />} />
        <Route path="suppliers/:vendor" element={<SupplierPage />} />
      </Routes>
    </PageBody>
  );
}

import { useLocation } from 'react-router-dom';
import { contractsRouteRef, suppliersRouteRef } from '../routes';
import { useSectionTexts } from '../translation';
import { SectionNav, useOptionalRoute } from '../ui';

/**
 * The pages of contracts and suppliers; nothing in a portal that has not
 * mounted them.
 */
export function ContractsNav() {
  const t = useSectionTexts();
  const contracts = useOptionalRoute(contractsRouteRef)?.();
  const suppliers = useOptionalRoute(suppliersRouteRef)?.();
  const { pathname } = useLocation();
  if (!contracts || !suppliers) {
    return null;
  }
  const isSupplier = pathname.startsWith(suppliers);
  return (
    <SectionNav
      label={t('suppliers.nav.label')}
      pages={[
        {
          path: contracts,
          label: t('suppliers.nav.contracts'),
          current: !isSupplier,
        },
        {
          path: suppliers,
          label: t('suppliers.nav.suppliers'),
          current: isSupplier,
        },
      ]}
    />
  );
}

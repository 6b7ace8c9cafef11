import { Link, useLocation } from 'react-router-dom';
import { contractsRouteRef, suppliersRouteRef } from '../routes';
import { useTexts } from '../translation';
import { useOptionalRoute } from '../ui';
import styles from './ContractsNav.module.css';

/**
 * The pages of contracts and suppliers; nothing in a portal that has not
 * mounted them.
 */
export function ContractsNav() {
  const t = useTexts();
  const contracts = useOptionalRoute(contractsRouteRef)?.();
  const suppliers = useOptionalRoute(suppliersRouteRef)?.();
  const { pathname } = useLocation();
  if (!contracts || !suppliers) {
    return null;
  }
  const isSupplier = pathname.startsWith(suppliers);
  return (
    <nav className={styles.nav} aria-label={t('suppliers.nav.label')}>
      <ul>
        <li>
          <Link to={contracts} aria-current={isSupplier ? undefined : 'page'}>
            {t('suppliers.nav.contracts')}
          </Link>
        </li>
        <li>
          <Link to={suppliers} aria-current={isSupplier ? 'page' : undefined}>
            {t('suppliers.nav.suppliers')}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

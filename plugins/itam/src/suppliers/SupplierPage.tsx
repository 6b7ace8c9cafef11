import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { useParams, useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { suppliersRouteRef } from '../routes';
import { useSectionTexts } from '../translation';
import {
  Columns,
  FailureMessage,
  Message,
  Panel,
  SkeletonLines,
  Stack,
  useOptionalRoute,
} from '../ui';
import { RenewalsPanel } from './RenewalsPanel';
import { RisksPanel } from './RisksPanel';
import { SpendPanel } from './SpendPanel';
import { SupplierFigures } from './SupplierFigures';
import { SupplierHead } from './SupplierHead';
import { SupplierRecords } from './SupplierRecords';
import styles from './Supplier.module.css';

/**
 * Everything about one supplier: spend, renewals ahead, risks and records. The
 * address holds the view of the spend and of the records:
 * `?view=invoiced&kind=License&sort=endsOn`.
 */
export function SupplierPage() {
  const { vendor = '' } = useParams();
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const [search] = useSearchParams();
  const supplier = useLoad(vendor, () => api.suppliers.list({ vendor }));
  if (
    supplier.state === 'loading' ||
    (supplier.state === 'ready' && supplier.stale)
  ) {
    return (
      <Stack>
        <BackLink />
        <Panel title={vendor} busy>
          <SkeletonLines heights={[56, 220, 32, 32]} />
        </Panel>
      </Stack>
    );
  }
  if (supplier.state === 'failed') {
    return (
      <Stack>
        <BackLink />
        <Panel title={vendor}>
          <FailureMessage
            failure={supplier.failure}
            forbidden={t('suppliers.forbidden')}
            onRetry={supplier.retry}
          />
        </Panel>
      </Stack>
    );
  }
  const [found] = supplier.value.items;
  if (!found) {
    return (
      <Stack>
        <BackLink />
        <Panel title={vendor}>
          <Message
            icon={<RiArrowLeftLine size={18} />}
            title={t('failure.notFoundTitle')}
            text={t('suppliers.notFound', { name: vendor })}
          />
        </Panel>
      </Stack>
    );
  }
  return (
    <Stack>
      <BackLink />
      <SupplierHead
        supplier={found}
        canName={supplier.value.canName}
        onNamed={supplier.retry}
      />
      <SupplierFigures supplier={found} />
      <SpendPanel
        vendor={vendor}
        view={search.get('view') === 'invoiced' ? 'invoiced' : 'accrued'}
      />
      <Columns>
        <RenewalsPanel vendor={vendor} />
        <RisksPanel vendor={vendor} />
      </Columns>
      <SupplierRecords supplier={found} />
    </Stack>
  );
}

function BackLink() {
  const t = useSectionTexts();
  const href = useOptionalRoute(suppliersRouteRef)?.();
  return (
    href && (
      <div>
        <Link href={href} className={styles.back}>
          <RiArrowLeftLine size={16} aria-hidden="true" />
          {t('suppliers.back')}
        </Link>
      </div>
    )
  );
}

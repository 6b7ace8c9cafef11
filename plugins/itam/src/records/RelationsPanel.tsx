import { parseEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogGraphApiRef } from '@backstage/plugin-catalog-graph';
import { Skeleton } from '@backstage/ui';
import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { lazy, Suspense } from 'react';
import { useTexts } from '../translation';
import { Panel } from '../ui';

const RelationsGraph = lazy(() => import('./RelationsGraph'));

const HEIGHT = 320;

/**
 * The record among its neighbours in the catalog. What the catalog does not
 * know is not drawn there; the lists beside it name it. Portals without the
 * catalog graph go without.
 */
export function RelationsPanel(props: { detail: RecordDetail }) {
  const { record, inCatalog } = props.detail;
  const t = useTexts();
  const graphApi = useApiHolder().get(catalogGraphApiRef);
  if (!inCatalog || !graphApi) {
    return null;
  }
  return (
    <Panel title={t('record.relations')}>
      <div role="group" aria-label={t('record.graphLabel')}>
        <Suspense fallback={<Skeleton width="100%" height={HEIGHT} />}>
          <RelationsGraph root={parseEntityRef(record.ref)} height={HEIGHT} />
        </Suspense>
      </div>
    </Panel>
  );
}

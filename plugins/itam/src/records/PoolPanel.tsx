import { useApi } from '@backstage/core-plugin-api';
import type { LicensePositionRange } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { PoolTimeline } from '../licences/PoolTimeline';
import { useLoad } from '../loading';
import { licencesRouteRef } from '../routes';
import { useTexts } from '../translation';
import {
  DataTable,
  FailureMessage,
  Note,
  Panel,
  RefLink,
  SkeletonLines,
  Subheading,
  useOptionalRoute,
  usePageOf,
} from '../ui';

const PAGE = 10;

/**
 * The course of the pool a licence belongs to, and the holders of this licence
 * whose seat could be given to somebody else.
 */
export function PoolPanel(props: { recordRef: string }) {
  const { recordRef } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const positionsPath = useOptionalRoute(licencesRouteRef)?.();
  const range = useLoad(recordRef, () =>
    api.getLicensePositionRange({ license: recordRef }),
  );
  if (range.state === 'failed' && range.failure.kind === 'not-found') {
    // A licence that counts nothing has no pool.
    return null;
  }
  return (
    <Panel
      title={t('licences.pool.months')}
      busy={range.state === 'loading'}
      stale={range.state === 'ready' && range.stale}
    >
      {range.state === 'loading' && <SkeletonLines heights={[220, 24]} />}
      {range.state === 'failed' && (
        <FailureMessage
          failure={range.failure}
          forbidden={t('licences.forbidden')}
          onRetry={range.retry}
        />
      )}
      {range.state === 'ready' && (
        <>
          <Note>
            {t('licences.pool.poolOf', {
              count: range.value.pool.licenses.length,
            })}
          </Note>
          <PoolTimeline months={range.value.months} />
          <Reclaimable
            holders={range.value.holders.filter(
              one => one.reclaimable && one.license === recordRef,
            )}
          />
          {positionsPath && (
            <div>
              <Link
                href={`${positionsPath}?${new URLSearchParams({
                  pool: recordRef,
                })}`}
              >
                {t('licences.pool.open', {
                  product: range.value.pool.product,
                })}
              </Link>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}

function Reclaimable(props: { holders: LicensePositionRange['holders'] }) {
  const { holders } = props;
  const t = useTexts();
  const format = useFormat();
  const { shown, pager } = usePageOf(holders, PAGE);
  if (holders.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('licences.pool.reclaimable')}>
      <Subheading>{t('licences.pool.reclaimable')}</Subheading>
      <Note>{t('licences.pool.reclaimNote', { count: holders.length })}</Note>
      <DataTable
        label={t('licences.pool.reclaimable')}
        rows={shown}
        rowKey={row => `${row.holder.ref} ${row.from ?? ''}`}
        columns={[
          {
            id: 'holder',
            label: t('licences.pool.holder'),
            cell: row => <RefLink label={row.holder} />,
          },
          {
            id: 'lastUsed',
            label: t('licences.pool.lastUsed'),
            cell: row =>
              row.lastUsed
                ? format.date(row.lastUsed)
                : t('licences.pool.neverUsed'),
          },
        ]}
      />
      {pager}
    </section>
  );
}

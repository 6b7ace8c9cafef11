import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { type ReactNode, useState } from 'react';
import { itamApiRef } from '../api';
import { PoolTimeline } from '../licences/PoolTimeline';
import { Seats } from '../licences/seats/Seats';
import { useLoad } from '../loading';
import { licencesRouteRef } from '../routes';
import { useTexts } from '../translation';
import {
  FailureMessage,
  Note,
  Panel,
  SkeletonLines,
  useOptionalRoute,
} from '../ui';

/**
 * The course of the pool a licence belongs to, and the seats of this licence:
 * those nobody uses can be taken back, and others handed out.
 */
export function PoolPanel(props: {
  recordRef: string;
  /** What stands in place of the seats of a licence without a pool. */
  fallback?: ReactNode;
  onChanged?(): void;
}) {
  const { recordRef, fallback, onChanged } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const positionsPath = useOptionalRoute(licencesRouteRef)?.();
  const [round, setRound] = useState(0);
  const range = useLoad(`${round} ${recordRef}`, () =>
    api.getLicensePositionRange({ license: recordRef }),
  );
  if (range.state === 'failed' && range.failure.kind === 'not-found') {
    // A licence that counts nothing has no pool.
    return fallback;
  }
  return (
    <>
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
      {range.state === 'ready' && (
        <Panel title={t('record.position.seats')} stale={range.stale}>
          <Seats
            pool={range.value.pool}
            licences={range.value.pool.licenses.filter(
              ({ ref }) => ref === recordRef,
            )}
            seats={range.value.holders.filter(
              ({ license }) => license === recordRef,
            )}
            round={round}
            onChanged={() => {
              setRound(count => count + 1);
              onChanged?.();
            }}
          />
        </Panel>
      )}
    </>
  );
}

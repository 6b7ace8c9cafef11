import { useApi } from '@backstage/core-plugin-api';
import type { RenewalPage } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { DateTime } from 'luxon';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { contractsRouteRef } from '../routes';
import { useSectionTexts } from '../translation';
import {
  FailureMessage,
  InlineNote,
  Note,
  Panel,
  RecordName,
  SkeletonLines,
  useOptionalRoute,
  usePaths,
} from '../ui';
import styles from './Supplier.module.css';

const SHOWN = 10;

/**
 * What of a supplier has to be renewed or given notice of in the next year,
 * with the cost at stake.
 */
export function RenewalsPanel(props: { vendor: string }) {
  const { vendor } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const contracts = useOptionalRoute(contractsRouteRef)?.();
  const today = DateTime.now();
  const range = {
    from: today.toFormat('yyyy-MM-dd'),
    to: today.plus({ years: 1 }).toFormat('yyyy-MM-dd'),
  };
  const renewals = useLoad(`${vendor} ${range.from}`, () =>
    api.listRenewals({ vendor, ...range, limit: SHOWN }),
  );
  return (
    <Panel
      title={t('suppliers.renewals.title')}
      busy={renewals.state === 'loading'}
      actions={
        contracts && (
          <Link
            href={`${contracts}?${new URLSearchParams({ vendor, ...range })}`}
          >
            {t('suppliers.renewals.all')}
          </Link>
        )
      }
    >
      {renewals.state === 'loading' && <SkeletonLines heights={[32, 32, 32]} />}
      {renewals.state === 'failed' && (
        <FailureMessage
          failure={renewals.failure}
          forbidden={t('renewals.forbidden')}
          onRetry={renewals.retry}
        />
      )}
      {renewals.state === 'ready' && <Renewals page={renewals.value} />}
    </Panel>
  );
}

function Renewals(props: { page: RenewalPage }) {
  const { items, totalItems } = props.page;
  const t = useSectionTexts();
  const format = useFormat();
  const paths = usePaths();
  if (items.length === 0) {
    return <Note>{t('suppliers.renewals.none')}</Note>;
  }
  return (
    <>
      <ul className={styles.list}>
        {items.map(({ record, dueKind, dueOn, daysLeft, nextAmount }) => (
          <li key={record.ref}>
            <div className={styles.name}>
              <RecordName
                kind={record.kind}
                title={record.title}
                recordRef={record.ref}
                href={paths.record(record.ref)}
                detail={t(`renewals.due.${dueKind}`, {
                  date: format.date(dueOn),
                })}
              />
            </div>
            <div className={styles.side}>
              {nextAmount && <div>{format.amount(nextAmount)}</div>}
              {daysLeft !== undefined && (
                <InlineNote>
                  {daysLeft === 0
                    ? t('renewals.today')
                    : t('renewals.left', { count: daysLeft })}
                </InlineNote>
              )}
            </div>
          </li>
        ))}
      </ul>
      {totalItems > items.length && (
        <Note>
          {t('suppliers.renewals.more', {
            shown: format.count(items.length),
            total: format.count(totalItems),
          })}
        </Note>
      )}
    </>
  );
}

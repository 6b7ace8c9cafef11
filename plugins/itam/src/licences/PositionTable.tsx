import type {
  LicensePool,
  LicensePositionPage,
  LicensePositionQuery,
} from '@backstage-itam/plugin-itam-common';
import { type ReactNode, useMemo } from 'react';
import { isZero } from '../cost/amounts';
import { type Format, useFormat } from '../format';
import { metricText, type Texts, useTexts } from '../translation';
import {
  type CursorPages,
  InlineNote,
  RecordName,
  type ServerColumn,
  ServerTable,
} from '../ui';
import styles from './Licences.module.css';
import { PAGE_SIZES, type PositionChange } from './licencesView';
import { poolAddress } from './poolAddress';
import { PositionGauge } from './PositionGauge';
import { StateChip } from './StateChip';

/**
 * One page of positions as a table; sorting and paging ask the register.
 */
export function PositionTable(props: {
  page: LicensePositionPage | undefined;
  stale: boolean;
  query: LicensePositionQuery;
  pages: CursorPages;
  /** The address, whose view a pool's page leads back to. */
  search: URLSearchParams;
  empty: ReactNode;
  onChange(change: PositionChange): void;
}) {
  const { page, stale, query, pages, search, onChange } = props;
  const t = useTexts();
  const format = useFormat();
  const address = search.toString();
  const columns = useMemo(
    () => columnsOf(t, format, new URLSearchParams(address)),
    [t, format, address],
  );
  return (
    <ServerTable
      columns={columns}
      rows={page?.items}
      rowId={({ product, metric, licenses }) =>
        `${product} ${metric} ${licenses[0]?.ref}`
      }
      minWidth={960}
      stale={stale}
      empty={props.empty}
      query={query}
      defaultSort="balance"
      pages={pages}
      pageSizes={PAGE_SIZES}
      totalCount={page?.totalItems}
      nextCursor={page?.nextCursor}
      label={page ? t('licences.count', { count: page.totalItems }) : ''}
      onChange={onChange}
    />
  );
}

function columnsOf(
  t: Texts,
  format: Format,
  search: URLSearchParams,
): ServerColumn<LicensePool>[] {
  const unknown = (
    <span className={styles.unknown}>{t('licences.unknown')}</span>
  );
  return [
    {
      id: 'product',
      label: t('licences.columns.product'),
      isRowHeader: true,
      isSortable: true,
      defaultWidth: '2fr',
      minWidth: 178,
      content: pool => (
        <RecordName
          kind="license"
          title={pool.product}
          recordRef={pool.licenses[0]?.ref}
          href={pool.licenses[0] && poolAddress(pool.licenses[0].ref, search)}
          detail={[pool.publisher ?? pool.vendor, metricText(t, pool.metric)]
            .filter(Boolean)
            .join(' · ')}
        />
      ),
    },
    {
      id: 'use',
      label: t('licences.columns.use'),
      defaultWidth: '1.5fr',
      minWidth: 132,
      stacked: 'by-itself',
      content: pool => <PositionGauge pool={pool} />,
    },
    {
      id: 'balance',
      label: t('licences.columns.balance'),
      isFigure: true,
      isSortable: true,
      minWidth: 118,
      content: pool => {
        if (pool.balance === null) {
          return pool.state === 'not-applicable' ? null : unknown;
        }
        return (
          <span className={pool.balance < 0 ? styles.short : undefined}>
            {format.count(pool.balance)}
          </span>
        );
      },
    },
    {
      id: 'unused',
      label: t('licences.columns.unused'),
      isFigure: true,
      minWidth: 104,
      content: pool => {
        if (pool.unused === null) {
          return pool.state === 'not-applicable' ? null : unknown;
        }
        return (
          <>
            {format.count(pool.unused)}
            {!!pool.reclaimable && (
              <>
                <br />
                <InlineNote>
                  {t('licences.reclaimable', { count: pool.reclaimable })}
                </InlineNote>
              </>
            )}
          </>
        );
      },
    },
    {
      id: 'waste',
      label: t('licences.columns.waste'),
      isFigure: true,
      isSortable: true,
      minWidth: 112,
      content: pool =>
        moneyText(format, pool.wastePerMonth, t('common.perMonth')),
    },
    {
      id: 'trueUp',
      label: t('licences.columns.trueUp'),
      isFigure: true,
      isSortable: true,
      minWidth: 108,
      content: pool => moneyText(format, pool.trueUp),
    },
    {
      id: 'endsOn',
      label: t('licences.columns.endsOn'),
      minWidth: 104,
      content: pool => pool.endsOn && format.date(pool.endsOn),
    },
    {
      id: 'state',
      label: t('licences.columns.state'),
      minWidth: 124,
      stacked: 'by-itself',
      content: pool => <StateChip state={pool.state} />,
    },
  ];
}

/** A dash for nothing to pay, nothing at all for what may not be seen. */
function moneyText(
  format: Format,
  amount: LicensePool['wastePerMonth'],
  unit?: string,
): ReactNode {
  if (!amount) {
    return null;
  }
  return isZero(amount.amount) ? (
    '–'
  ) : (
    <>
      {format.amount(amount)}
      {unit && (
        <>
          <br />
          <InlineNote>{unit}</InlineNote>
        </>
      )}
    </>
  );
}

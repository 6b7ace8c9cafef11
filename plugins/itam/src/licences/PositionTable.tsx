import type {
  LicensePool,
  LicensePositionPage,
  LicensePositionQuery,
} from '@backstage-itam/plugin-itam-common';
import { Cell, type ColumnConfig, type TableItem } from '@backstage/ui';
import { type ReactNode, useMemo } from 'react';
import { isZero } from '../cost/amounts';
import { type Format, useFormat } from '../format';
import { metricText, type Texts, useTexts } from '../translation';
import {
  type CursorPages,
  figureColumn,
  InlineNote,
  RecordName,
  ServerTable,
} from '../ui';
import styles from './Licences.module.css';
import { PAGE_SIZES, type PositionChange } from './licencesView';
import { poolAddress } from './poolAddress';
import { PositionGauge } from './PositionGauge';
import { StateChip } from './StateChip';

interface Item extends TableItem {
  pool: LicensePool;
}

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
    <ServerTable<Item>
      columns={columns}
      items={page?.items.map(pool => ({
        id: `${pool.product} ${pool.metric} ${pool.licenses[0]?.ref}`,
        pool,
      }))}
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
): ColumnConfig<Item>[] {
  const column = (
    id: string,
    label: string,
    content: (pool: LicensePool) => ReactNode,
    more: Partial<ColumnConfig<Item>> = {},
  ): ColumnConfig<Item> => ({
    id,
    label,
    defaultWidth: '1fr',
    cell: ({ pool }) => <Cell>{content(pool)}</Cell>,
    ...more,
  });
  const figure = (
    id: string,
    label: string,
    minWidth: number,
    content: (pool: LicensePool) => ReactNode,
    isSortable = false,
  ) =>
    figureColumn<Item>({ id, label, minWidth, isSortable }, ({ pool }) =>
      content(pool),
    );
  const unknown = (
    <span className={styles.unknown}>{t('licences.unknown')}</span>
  );
  return [
    column(
      'product',
      t('licences.columns.product'),
      pool => (
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
      {
        isRowHeader: true,
        isSortable: true,
        defaultWidth: '2fr',
        minWidth: 178,
      },
    ),
    column(
      'use',
      t('licences.columns.use'),
      pool => <PositionGauge pool={pool} />,
      { defaultWidth: '1.5fr', minWidth: 132 },
    ),
    figure(
      'balance',
      t('licences.columns.balance'),
      118,
      pool => {
        if (pool.balance === null) {
          return pool.state === 'not-applicable' ? null : unknown;
        }
        return (
          <span className={pool.balance < 0 ? styles.short : undefined}>
            {format.count(pool.balance)}
          </span>
        );
      },
      true,
    ),
    figure('unused', t('licences.columns.unused'), 104, pool => {
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
    }),
    figure(
      'waste',
      t('licences.columns.waste'),
      112,
      pool => moneyText(format, pool.wastePerMonth, t('common.perMonth')),
      true,
    ),
    figure(
      'trueUp',
      t('licences.columns.trueUp'),
      108,
      pool => moneyText(format, pool.trueUp),
      true,
    ),
    column(
      'endsOn',
      t('licences.columns.endsOn'),
      pool => pool.endsOn && format.date(pool.endsOn),
      { minWidth: 104 },
    ),
    column(
      'state',
      t('licences.columns.state'),
      pool => <StateChip state={pool.state} />,
      { minWidth: 124 },
    ),
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

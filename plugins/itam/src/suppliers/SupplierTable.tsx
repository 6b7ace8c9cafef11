import type {
  AmountJson,
  SupplierEntry,
  SupplierPage,
  SupplierQuery,
} from '@backstage-itam/plugin-itam-common';
import { Link, Skeleton } from '@backstage/ui';
import { type ReactNode, useMemo } from 'react';
import { type Format, useFormat } from '../format';
import type { Loaded } from '../loading';
import { type SectionTexts, useSectionTexts } from '../translation';
import {
  type CursorPages,
  InlineNote,
  type Paths,
  RefLink,
  type ServerColumn,
  ServerTable,
  usePaths,
  VendorLink,
} from '../ui';
import { PAGE_SIZES, type SuppliersChange } from './suppliersView';

const KINDS = [
  ['contracts', 'Contract'],
  ['licenses', 'License'],
  ['assets', 'Asset'],
] as const;

/**
 * One page of suppliers; figures lead to the records behind them.
 */
export function SupplierTable(props: {
  page: SupplierPage | undefined;
  spend: Loaded<Map<string, AmountJson>>;
  stale: boolean;
  query: SupplierQuery;
  pages: CursorPages;
  empty: ReactNode;
  onChange(change: SuppliersChange): void;
}) {
  const { page, spend, stale, query, pages, empty, onChange } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const paths = usePaths();
  const amounts = spend.state === 'ready' ? spend.value : undefined;
  // Nobody is shown a column of amounts they may not see.
  const withSpend = amounts?.size !== 0 || page?.items.length === 0;
  const columns = useMemo(
    () => columnsOf(t, format, paths, withSpend, amounts),
    // Paths only change with the portal's routes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, format, withSpend, amounts],
  );
  return (
    <ServerTable
      columns={columns}
      rows={page?.items}
      rowId={({ vendor }) => vendor}
      minWidth={880}
      stale={stale}
      empty={empty}
      query={query}
      defaultSort="vendor"
      pages={pages}
      pageSizes={PAGE_SIZES}
      totalCount={page?.totalItems}
      nextCursor={page?.nextCursor}
      label={page ? t('suppliers.count', { count: page.totalItems }) : ''}
      onChange={onChange}
    />
  );
}

function columnsOf(
  t: SectionTexts,
  format: Format,
  paths: Paths,
  withSpend: boolean,
  /** Undefined while they are on their way. */
  amounts: ReadonlyMap<string, AmountJson> | undefined,
): ServerColumn<SupplierEntry>[] {
  return [
    {
      id: 'vendor',
      label: t('suppliers.columns.vendor'),
      isRowHeader: true,
      isSortable: true,
      defaultWidth: '1.5fr',
      minWidth: 160,
      content: ({ vendor, title }) => (
        <VendorLink vendor={vendor} title={title} />
      ),
    },
    ...(withSpend
      ? [
          {
            id: 'spend',
            label: t('suppliers.columns.spend'),
            isFigure: true,
            minWidth: 148,
            content: ({ vendor }: SupplierEntry) => {
              const amount = amounts?.get(vendor);
              if (!amounts) {
                return <Skeleton width={88} height={16} aria-hidden="true" />;
              }
              return amount && format.amount(amount);
            },
          },
        ]
      : []),
    ...KINDS.map(([id, kind]) => ({
      id,
      label: t(`suppliers.columns.${id}`),
      isFigure: true,
      isSortable: true,
      minWidth: 112,
      content: (supplier: SupplierEntry) => {
        const { vendor, title = vendor } = supplier;
        const href = paths.register({ kind, vendor });
        return supplier[id] > 0 && href ? (
          <Link
            href={href}
            aria-label={`${t(
              `suppliers.columns.${id}`,
            )}, ${title}: ${format.count(supplier[id])}`}
          >
            {format.count(supplier[id])}
          </Link>
        ) : (
          format.count(supplier[id])
        );
      },
    })),
    {
      id: 'nextDecision',
      label: t('suppliers.columns.nextDecision'),
      isSortable: true,
      defaultWidth: '2fr',
      minWidth: 200,
      content: ({ nextDecision }) =>
        nextDecision && (
          <>
            <RefLink label={nextDecision.record} />
            <br />
            <InlineNote>
              {t(`renewals.due.${nextDecision.dueKind}`, {
                date: format.date(nextDecision.dueOn),
              })}
            </InlineNote>
          </>
        ),
    },
  ];
}

import type {
  RecordPage,
  RecordQuery,
  RecordSummary,
} from '@backstage-itam/plugin-itam-common';
import { Cell, type ColumnConfig, type TableItem } from '@backstage/ui';
import { type ReactNode, useMemo } from 'react';
import { type Format, useFormat } from '../format';
import { endsText, type Texts, useTexts } from '../translation';
import {
  Chip,
  type CursorPages,
  figureColumn,
  InlineNote,
  type Paths,
  RecordName,
  RefLink,
  ServerTable,
  usePaths,
  VendorLink,
} from '../ui';
import { PAGE_SIZES, type RegisterChange } from './registerView';

interface Item extends TableItem {
  record: RecordSummary;
}

const SORTABLE = new Set([
  'title',
  'kind',
  'stage',
  'owner',
  'vendor',
  'endsOn',
  'updatedAt',
]);

/**
 * One page of the register as a table; sorting and paging ask the register.
 */
export function RegisterTable(props: {
  page: RecordPage | undefined;
  stale: boolean;
  query: RecordQuery;
  pages: CursorPages;
  empty: ReactNode;
  onChange(change: RegisterChange): void;
}) {
  const { page, stale, query, pages, empty, onChange } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = usePaths();
  const columns = useMemo(
    () => columnsOf(t, format, paths),
    // Paths only change with the portal's routes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, format],
  );
  return (
    <ServerTable<Item>
      columns={columns}
      items={page?.items.map(record => ({ id: record.ref, record }))}
      minWidth={1120}
      stale={stale}
      empty={empty}
      query={query}
      defaultSort="title"
      pages={pages}
      pageSizes={PAGE_SIZES}
      totalCount={page?.totalItems}
      nextCursor={page?.nextCursor}
      label={page ? t('register.count', { count: page.totalItems }) : ''}
      onChange={onChange}
    />
  );
}

function columnsOf(
  t: Texts,
  format: Format,
  paths: Paths,
): ColumnConfig<Item>[] {
  const column = (
    id: keyof RecordSummary & string,
    label: string,
    content: (record: RecordSummary) => ReactNode,
    more: Partial<ColumnConfig<Item>> = {},
  ): ColumnConfig<Item> => ({
    id,
    label,
    isSortable: SORTABLE.has(id),
    defaultWidth: '1fr',
    cell: ({ record }) => <Cell>{content(record)}</Cell>,
    ...more,
  });
  const money = (
    id: 'monthlyCost' | 'bookValue',
    label: string,
    content: (record: RecordSummary) => ReactNode,
  ) =>
    figureColumn<Item>({ id, label, minWidth: 124 }, ({ record }) =>
      content(record),
    );
  return [
    column(
      'title',
      t('register.columns.title'),
      record => (
        <RecordName
          kind={record.kind}
          title={record.title}
          recordRef={record.ref}
          href={paths.record(record.ref)}
          detail={record.tag ?? record.serialNumber ?? record.product}
        />
      ),
      { isRowHeader: true, defaultWidth: '2.1fr', minWidth: 176 },
    ),
    column(
      'kind',
      t('register.columns.kind'),
      record => (
        <>
          {t(`kind.${record.kind}`)}
          {(record.class || record.type) && (
            <>
              <br />
              <InlineNote>
                {[record.class && t(`class.${record.class}`), record.type]
                  .filter(Boolean)
                  .join(' · ')}
              </InlineNote>
            </>
          )}
        </>
      ),
      { minWidth: 96 },
    ),
    column(
      'stage',
      t('register.columns.stage'),
      record => record.stage && <Chip>{t(`stage.${record.stage}`)}</Chip>,
      { minWidth: 124 },
    ),
    column(
      'owner',
      t('register.columns.owner'),
      record => record.owner && <RefLink label={record.owner} />,
      { minWidth: 108 },
    ),
    column(
      'vendor',
      t('register.columns.vendor'),
      record => record.vendor && <VendorLink vendor={record.vendor} />,
      { minWidth: 112 },
    ),
    column(
      'endsOn',
      t('register.columns.endsOn'),
      record => endsText(t, record, format.date),
      { defaultWidth: '1.4fr', minWidth: 128 },
    ),
    money('monthlyCost', t('register.columns.monthlyCost'), record =>
      record.monthlyCost?.map(amount => (
        <div key={amount.currency}>{format.amount(amount)}</div>
      )),
    ),
    money(
      'bookValue',
      t('record.bookValue'),
      record => record.bookValue && format.amount(record.bookValue),
    ),
    column(
      'updatedAt',
      t('register.columns.updatedAt'),
      record => format.date(record.updatedAt),
      { defaultWidth: '1.1fr', minWidth: 116 },
    ),
  ];
}

import type {
  RecordPage,
  RecordQuery,
  RecordSummary,
} from '@backstage-itam/plugin-itam-common';
import {
  Cell,
  Column,
  type ColumnConfig,
  Table,
  type TableItem,
} from '@backstage/ui';
import { type ReactNode, useMemo } from 'react';
import { type Format, useFormat } from '../format';
import { endsText, type Texts, useTexts } from '../translation';
import {
  Chip,
  InlineNote,
  type Paths,
  RecordName,
  RefLink,
  usePaths,
} from '../ui';
import styles from './Register.module.css';
import { PAGE_SIZES } from './registerView';

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
  passedPages: number;
  empty: ReactNode;
  onChange(
    change: Partial<Record<keyof RecordQuery, string | undefined>>,
  ): void;
  onNext(cursor: string): void;
  onPrevious(): void;
}) {
  const { page, stale, query, passedPages, onChange, onNext, onPrevious } =
    props;
  const t = useTexts();
  const format = useFormat();
  const paths = usePaths();
  const columns = useMemo(
    () => columnsOf(t, format, paths),
    // Paths only change with the portal's routes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, format],
  );
  const items = page?.items.map(record => ({ id: record.ref, record }));
  const pageSize = query.limit ?? PAGE_SIZES[0];
  return (
    <div className={styles.table}>
      <Table<Item>
        columnConfig={columns}
        data={items}
        isPending={!page}
        isStale={stale}
        emptyState={props.empty}
        sort={{
          descriptor: {
            column: query.sort ?? 'title',
            direction: query.order === 'desc' ? 'descending' : 'ascending',
          },
          onSortChange: descriptor =>
            onChange({
              sort: String(descriptor.column),
              order: descriptor.direction === 'descending' ? 'desc' : 'asc',
            }),
        }}
        pagination={{
          type: 'page',
          pageSize,
          pageSizeOptions: PAGE_SIZES,
          offset:
            query.cursor && passedPages === 0
              ? undefined
              : passedPages * pageSize,
          totalCount: page?.totalItems,
          hasNextPage: page?.nextCursor !== undefined,
          hasPreviousPage: query.cursor !== undefined,
          onNextPage: () => page?.nextCursor && onNext(page.nextCursor),
          onPreviousPage: onPrevious,
          onPageSizeChange: size => onChange({ limit: String(size) }),
          getLabel: () =>
            page ? t('register.count', { count: page.totalItems }) : '',
        }}
      />
    </div>
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
      { isRowHeader: true, defaultWidth: '2.1fr', minWidth: 200 },
    ),
    column('kind', t('register.columns.kind'), record => (
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
    )),
    column(
      'stage',
      t('register.columns.stage'),
      record => record.stage && <Chip>{t(`stage.${record.stage}`)}</Chip>,
    ),
    column(
      'owner',
      t('register.columns.owner'),
      record => record.owner && <RefLink label={record.owner} />,
    ),
    column('vendor', t('register.columns.vendor'), record => record.vendor, {
      defaultWidth: '1fr',
    }),
    column(
      'endsOn',
      t('register.columns.endsOn'),
      record => endsText(t, record, format.date),
      { defaultWidth: '1.4fr' },
    ),
    {
      ...column('monthlyCost', t('register.columns.monthlyCost'), () => null),
      header: () => (
        <Column id="monthlyCost" className={styles.end} defaultWidth="1fr">
          {t('register.columns.monthlyCost')}
        </Column>
      ),
      cell: ({ record }) => (
        <Cell className={styles.end}>
          {record.monthlyCost?.map(amount => (
            <div key={amount.currency}>{format.amount(amount)}</div>
          ))}
        </Cell>
      ),
    },
    column(
      'updatedAt',
      t('register.columns.updatedAt'),
      record => format.date(record.updatedAt),
      { defaultWidth: '1.2fr' },
    ),
  ];
}

import type {
  RecordPage,
  RecordQuery,
  RecordSummary,
} from '@backstage-itam/plugin-itam-common';
import { type ReactNode, useMemo } from 'react';
import { type Format, useFormat } from '../format';
import {
  endsText,
  statusText,
  type Texts,
  typeText,
  useTexts,
} from '../translation';
import {
  Chip,
  type CursorPages,
  InlineNote,
  type Paths,
  RecordName,
  RefLink,
  type ServerColumn,
  ServerTable,
  usePaths,
  VendorLink,
} from '../ui';
import { columnLabel } from './columnLabel';
import {
  PAGE_SIZES,
  type RegisterChange,
  type RegisterColumn,
} from './registerView';
import type { ChosenRecords } from './useChosenRecords';

const SORTABLE: ReadonlySet<string> = new Set([
  'title',
  'kind',
  'stage',
  'owner',
  'vendor',
  'endsOn',
  'updatedAt',
]);

/** Narrower than this, in pixels, a column would break its words. */
const MIN_WIDTH: Record<RegisterColumn, number> = {
  title: 170,
  serialNumber: 120,
  kind: 96,
  model: 128,
  stage: 124,
  owner: 108,
  assignee: 94,
  vendor: 112,
  location: 128,
  endsOn: 128,
  monthlyCost: 124,
  bookValue: 124,
  updatedAt: 116,
};
const CHECKBOX_PX = 48;

/**
 * One page of the register as a table; sorting and paging ask the register.
 */
export function RegisterTable(props: {
  page: RecordPage | undefined;
  stale: boolean;
  query: RecordQuery;
  columns: readonly RegisterColumn[];
  chosen: ChosenRecords;
  pages: CursorPages;
  empty: ReactNode;
  onChange(change: RegisterChange): void;
}) {
  const { page, stale, query, columns, chosen, pages, empty, onChange } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = usePaths();
  const shown = columns.join();
  const configs = useMemo(
    () => columns.map(column => columnOf(column, t, format, paths)),
    // Paths only change with the portal's routes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [t, format, shown],
  );
  return (
    <ServerTable
      columns={configs}
      rows={page?.items}
      rowId={({ ref }) => ref}
      minWidth={columns.reduce(
        (sum, column) => sum + MIN_WIDTH[column],
        CHECKBOX_PX,
      )}
      stale={stale}
      empty={empty}
      query={query}
      defaultSort="title"
      pages={pages}
      pageSizes={PAGE_SIZES}
      totalCount={page?.totalItems}
      nextCursor={page?.nextCursor}
      selection={{ selected: chosen.refs, onChange: chosen.choose }}
      label={page ? t('register.count', { count: page.totalItems }) : ''}
      onChange={onChange}
    />
  );
}

function columnOf(
  column: RegisterColumn,
  t: Texts,
  format: Format,
  paths: Paths,
): ServerColumn<RecordSummary> {
  return {
    id: column,
    label: columnLabel(t, column),
    minWidth: MIN_WIDTH[column],
    isRowHeader: column === 'title',
    isSortable: SORTABLE.has(column),
    isFigure: column === 'monthlyCost' || column === 'bookValue',
    defaultWidth: widthOf(column),
    // Its words say what ends.
    stacked: column === 'endsOn' ? 'by-itself' : undefined,
    content: record => contentOf(column, record, t, format, paths),
  };
}

function widthOf(column: RegisterColumn): '2.1fr' | '1.4fr' | '1.1fr' | '1fr' {
  switch (column) {
    case 'title':
      return '2.1fr';
    case 'endsOn':
      return '1.4fr';
    case 'updatedAt':
      return '1.1fr';
    default:
      return '1fr';
  }
}

function contentOf(
  column: RegisterColumn,
  record: RecordSummary,
  t: Texts,
  format: Format,
  paths: Paths,
): ReactNode {
  switch (column) {
    case 'title':
      return (
        <RecordName
          kind={record.kind}
          title={record.title}
          recordRef={record.ref}
          href={paths.record(record.ref)}
          detail={
            [record.tag, record.serialNumber].filter(Boolean).join(' · ') ||
            record.product
          }
        />
      );
    case 'kind':
      return (
        <>
          {t(`kind.${record.kind}`)}
          {(record.class || record.type) && (
            <>
              <br />
              <InlineNote>
                {[
                  record.class && t(`class.${record.class}`),
                  record.type && typeText(t, record.kind, record.type),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </InlineNote>
            </>
          )}
        </>
      );
    case 'stage':
      return (
        record.stage && (
          <>
            <Chip>{t(`stage.${record.stage}`)}</Chip>
            {record.status && (
              <>
                <br />
                <InlineNote>{statusText(t, record.status)}</InlineNote>
              </>
            )}
          </>
        )
      );
    case 'owner':
      return record.owner && <RefLink label={record.owner} />;
    case 'assignee':
      return record.assignee && <RefLink label={record.assignee} />;
    case 'vendor':
      return record.vendor && <VendorLink vendor={record.vendor} />;
    case 'model':
      return [record.manufacturer, record.model].filter(Boolean).join(' ');
    case 'endsOn':
      return endsText(t, record, format.date);
    case 'monthlyCost':
      return record.monthlyCost?.map(amount => (
        <div key={amount.currency}>{format.amount(amount)}</div>
      ));
    case 'bookValue':
      return record.bookValue && format.amount(record.bookValue);
    case 'updatedAt':
      return format.date(record.updatedAt);
    default:
      return record[column];
  }
}

import { Cell, Column, type ColumnConfig, Table } from '@backstage/ui';
import { type CSSProperties, Fragment, type ReactNode, useMemo } from 'react';
import styles from './ServerTable.module.css';
import type { CursorPages } from './useCursorPages';
import { useIsNarrow } from './useIsNarrow';

/** What the address says of a list. */
export interface ListQuery {
  sort?: string;
  order?: 'asc' | 'desc';
  limit?: number;
  cursor?: string;
}

/** One column of a list. */
export interface ServerColumn<Row> {
  id: string;
  label: string;
  content(row: Row): ReactNode;
  /** Names the row. */
  isRowHeader?: boolean;
  isSortable?: boolean;
  /** A figure stands at the end of its column, on one line. */
  isFigure?: boolean;
  defaultWidth?: ColumnConfig<Item<Row>>['defaultWidth'];
  minWidth?: number;
  /**
   * How it stands on a phone, where a row is a block: what names the row by
   * itself, everything else after its label, unless told otherwise.
   */
  stacked?: 'by-itself' | 'left-out';
}

interface Item<Row> {
  id: string;
  row: Row;
}

/**
 * One page of a list as a table; sorting and paging ask the register. On a
 * phone each row is a block of all that its columns say.
 */
export function ServerTable<Row>(props: {
  columns: readonly ServerColumn<Row>[];
  /** Undefined while the page is on its way. */
  rows: readonly Row[] | undefined;
  rowId(row: Row): string;
  /** Narrower than this, in pixels, it scrolls sideways, but on a phone. */
  minWidth: number;
  stale: boolean;
  empty: ReactNode;
  query: ListQuery;
  /** Sorted by this when the query does not say; not sortable when absent. */
  defaultSort?: string;
  pages: CursorPages;
  pageSizes: number[];
  totalCount: number | undefined;
  nextCursor: string | undefined;
  /** Ids of the rows that are chosen; rows cannot be chosen when absent. */
  selection?: {
    selected: ReadonlySet<string>;
    onChange(selected: Set<string>): void;
  };
  /** How many there are, in words. */
  label: string;
  onChange(change: {
    sort?: string;
    order?: 'asc' | 'desc';
    limit?: string;
  }): void;
}) {
  const { columns, rows, rowId, query, defaultSort, pages, pageSizes } = props;
  const { nextCursor, selection, onChange } = props;
  const pageSize = query.limit ?? pageSizes[0];
  const isNarrow = useIsNarrow();
  const configs = useMemo(
    () => (isNarrow ? [stackedColumn(columns)] : columns.map(columnConfig)),
    [columns, isNarrow],
  );
  const items = rows?.map(row => ({ id: rowId(row), row }));
  const width: CSSProperties & Record<'--itam-table-width', string> = {
    '--itam-table-width': `${isNarrow ? 0 : props.minWidth}px`,
  };
  return (
    <div
      className={`${styles.table} ${isNarrow ? styles.stacks : ''}`.trim()}
      style={width}
    >
      <Table<Item<Row>>
        // The table keeps the columns it began with.
        key={configs.map(({ id }) => id).join()}
        columnConfig={configs}
        data={items}
        isPending={!items}
        isStale={props.stale}
        emptyState={props.empty}
        selection={
          selection && {
            mode: 'multiple',
            behavior: 'toggle',
            selected: new Set(selection.selected),
            onSelectionChange: keys =>
              selection.onChange(
                new Set(
                  keys === 'all'
                    ? items?.map(({ id }) => String(id))
                    : [...keys].map(String),
                ),
              ),
          }
        }
        sort={
          defaultSort === undefined
            ? undefined
            : {
                descriptor: {
                  column: query.sort ?? defaultSort,
                  direction:
                    query.order === 'desc' ? 'descending' : 'ascending',
                },
                onSortChange: descriptor =>
                  onChange({
                    sort: String(descriptor.column),
                    order:
                      descriptor.direction === 'descending' ? 'desc' : 'asc',
                  }),
              }
        }
        pagination={{
          type: 'page',
          pageSize,
          pageSizeOptions: pageSizes,
          offset:
            query.cursor && pages.passedPages === 0
              ? undefined
              : pages.passedPages * pageSize,
          totalCount: props.totalCount,
          hasNextPage: nextCursor !== undefined,
          hasPreviousPage: query.cursor !== undefined,
          onNextPage: () => nextCursor && pages.next(nextCursor),
          onPreviousPage: pages.previous,
          onPageSizeChange: size => onChange({ limit: String(size) }),
          getLabel: () => props.label,
        }}
      />
    </div>
  );
}

function columnConfig<Row>(column: ServerColumn<Row>): ColumnConfig<Item<Row>> {
  const { id, label, content, isRowHeader, isSortable, minWidth } = column;
  const { isFigure = false, defaultWidth = '1fr' } = column;
  const className = isFigure ? styles.end : undefined;
  return {
    ...{ id, label, isRowHeader, isSortable, minWidth, defaultWidth },
    header: isFigure
      ? () => (
          <Column
            id={id}
            className={className}
            defaultWidth={defaultWidth}
            minWidth={minWidth}
            allowsSorting={isSortable}
          >
            {label}
          </Column>
        )
      : undefined,
    cell: ({ row }) => <Cell className={className}>{content(row)}</Cell>,
  };
}

/** Sorted by what names the rows, where that can be sorted by. */
function stackedColumn<Row>(
  columns: readonly ServerColumn<Row>[],
): ColumnConfig<Item<Row>> {
  const [{ id, label, isSortable }] = columns.filter(
    column => column.isRowHeader,
  );
  return {
    ...{ id, label, isSortable, isRowHeader: true, defaultWidth: '1fr' },
    cell: ({ row }) => (
      <Cell>
        <div className={styles.stacked}>
          {columns.map(column => (
            <Fragment key={column.id}>{stackedContent(column, row)}</Fragment>
          ))}
        </div>
      </Cell>
    ),
  };
}

function stackedContent<Row>(column: ServerColumn<Row>, row: Row): ReactNode {
  const content = column.stacked === 'left-out' ? null : column.content(row);
  // Nothing is not said to be nothing.
  if (
    content === undefined ||
    content === null ||
    content === false ||
    content === ''
  ) {
    return null;
  }
  return column.isRowHeader || column.stacked === 'by-itself' ? (
    <div className={styles.byItself}>{content}</div>
  ) : (
    <div className={styles.named}>
      <span className={styles.label}>{column.label}</span>
      <div>{content}</div>
    </div>
  );
}

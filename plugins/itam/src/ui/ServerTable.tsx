import {
  Cell,
  Column,
  type ColumnConfig,
  Table,
  type TableItem,
} from '@backstage/ui';
import type { CSSProperties, ReactNode } from 'react';
import styles from './ServerTable.module.css';
import type { CursorPages } from './useCursorPages';

/** What the address says of a list. */
export interface ListQuery {
  sort?: string;
  order?: 'asc' | 'desc';
  limit?: number;
  cursor?: string;
}

/**
 * One page of a list as a table; sorting and paging ask the register.
 */
export function ServerTable<Item extends TableItem>(props: {
  columns: readonly ColumnConfig<Item>[];
  /** Undefined while the page is on its way. */
  items: Item[] | undefined;
  /** Narrower than this, in pixels, it scrolls sideways. */
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
  const { items, query, defaultSort, pages, pageSizes, nextCursor, onChange } =
    props;
  const { selection } = props;
  const pageSize = query.limit ?? pageSizes[0];
  const width: CSSProperties & Record<'--itam-table-width', string> = {
    '--itam-table-width': `${props.minWidth}px`,
  };
  return (
    <div className={styles.table} style={width}>
      <Table<Item>
        columnConfig={props.columns}
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

/**
 * A column of figures: right-aligned, on one line.
 */
export function figureColumn<Item extends TableItem>(
  column: Pick<ColumnConfig<Item>, 'id' | 'label' | 'isSortable' | 'minWidth'>,
  content: (item: Item) => ReactNode,
): ColumnConfig<Item> {
  return {
    ...column,
    header: () => (
      <Column
        id={column.id}
        className={styles.end}
        defaultWidth="1fr"
        minWidth={column.minWidth}
        allowsSorting={column.isSortable}
      >
        {column.label}
      </Column>
    ),
    cell: item => <Cell className={styles.end}>{content(item)}</Cell>,
  };
}

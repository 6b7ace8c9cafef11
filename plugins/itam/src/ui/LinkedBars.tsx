import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './LinkedBars.module.css';

/** A bar with what it is of and its figure. */
export interface LinkedBar {
  key: string;
  title: string;
  /** The list behind the figure. */
  href?: string;
  /** From 0 to 100. */
  percent: number;
  value: ReactNode;
}

/**
 * Bars one below the other, each leading to the list behind it; what is read
 * are names and figures.
 */
export function LinkedBars(props: {
  label: string;
  bars: readonly LinkedBar[];
}) {
  return (
    <ul className={styles.bars} aria-label={props.label}>
      {props.bars.map(bar => (
        <li key={bar.key}>
          <span className={styles.name}>
            {bar.href ? <Link href={bar.href}>{bar.title}</Link> : bar.title}
          </span>
          <span className={styles.track} aria-hidden="true">
            <span
              className={styles.fill}
              style={{
                width: `${bar.percent}%`,
                minWidth: bar.percent > 0 ? 2 : 0,
              }}
            />
          </span>
          <span className={styles.value}>{bar.value}</span>
        </li>
      ))}
    </ul>
  );
}

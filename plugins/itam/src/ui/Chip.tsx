import type { ReactNode } from 'react';
import styles from './Chip.module.css';

/** How a chip is meant. */
export type Tone = 'neutral' | 'info' | 'positive' | 'warning' | 'negative';

/**
 * A short state in words; the colour only repeats what the words say.
 */
export function Chip(props: {
  tone?: Tone;
  icon?: ReactNode;
  /** In a narrow column it may take two lines, rather than be cut off. */
  wrap?: boolean;
  children: ReactNode;
}) {
  const { tone = 'neutral', icon, wrap, children } = props;
  return (
    <span
      className={`${styles.chip} ${styles[tone]} ${wrap ? styles.wrap : ''}`}
    >
      {icon}
      {children}
    </span>
  );
}

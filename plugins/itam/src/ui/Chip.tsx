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
  children: ReactNode;
}) {
  const { tone = 'neutral', icon, children } = props;
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      {icon}
      {children}
    </span>
  );
}

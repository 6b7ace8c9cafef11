import type { ReactNode } from 'react';
import styles from './Panel.module.css';

/**
 * Content in somebody else's card, with the type and colours of our panels.
 */
export function Surface(props: { busy?: boolean; children: ReactNode }) {
  return (
    <div
      className={`${styles.panel} ${styles.body}`}
      data-itam="surface"
      aria-busy={props.busy ?? false}
    >
      {props.children}
    </div>
  );
}

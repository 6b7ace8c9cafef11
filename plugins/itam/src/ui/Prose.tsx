import type { ReactNode } from 'react';
import styles from './Text.module.css';

/** Small print under a figure or heading. */
export function Note(props: { children: ReactNode }) {
  return <p className={styles.secondary}>{props.children}</p>;
}

/** Small print inside a line. */
export function InlineNote(props: { children: ReactNode }) {
  return <span className={styles.secondary}>{props.children}</span>;
}

/** A paragraph; line breaks are kept. */
export function Paragraph(props: { children: ReactNode }) {
  return <p className={`${styles.text} ${styles.prewrap}`}>{props.children}</p>;
}

/** A heading inside a panel. */
export function Subheading(props: { children: ReactNode; id?: string }) {
  return (
    <h3 id={props.id} className={styles.subheading}>
      {props.children}
    </h3>
  );
}

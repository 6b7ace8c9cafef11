import type { ReactNode } from 'react';
import styles from './Form.module.css';

/** The title of a form and what else can be done. */
export function FormHead(props: { title: string; children?: ReactNode }) {
  return (
    <header className={styles.head}>
      <h2 className={styles.title}>{props.title}</h2>
      {props.children}
    </header>
  );
}

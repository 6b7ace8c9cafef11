import type { ReactNode } from 'react';
import styles from './Layout.module.css';
import { useTabInView } from './useTabInView';

/** Panels one below the other. */
export function Stack(props: { children: ReactNode }) {
  return (
    <div className={styles.stack} data-itam="stack">
      {props.children}
    </div>
  );
}

/**
 * Two equal columns where the place is wide enough, whatever the window is;
 * `loose` when they share a panel and have no edges of their own.
 */
export function Columns(props: { loose?: boolean; children: ReactNode }) {
  const { loose, children } = props;
  return (
    <div className={styles.query}>
      <div
        className={[styles.grid, styles.two, loose ? styles.loose : ''].join(
          ' ',
        )}
      >
        {children}
      </div>
    </div>
  );
}

/** The main part of a page with space around it. */
export function PageBody(props: { children: ReactNode }) {
  useTabInView();
  return (
    <main className={styles.page} data-itam="page">
      <div className={styles.stack}>{props.children}</div>
    </main>
  );
}

import type { ReactNode } from 'react';
import styles from './Toolbar.module.css';

/** Search, pickers and switches of a list in one row that wraps. */
export function Toolbar(props: { children: ReactNode }) {
  return <div className={styles.toolbar}>{props.children}</div>;
}

/** The part of a toolbar that takes the room that is left. */
export function ToolbarSearch(props: { children: ReactNode }) {
  return <div className={styles.search}>{props.children}</div>;
}

/** A switch that stands in line with the fields beside it. */
export function ToolbarSwitch(props: { children: ReactNode }) {
  return <div className={styles.switch}>{props.children}</div>;
}

import { Link, useSidebarOpenState } from '@backstage/core-components';
import { LumenMark } from './LumenMark';
import styles from './SidebarLogo.module.css';

/** Leads home from the head of the side navigation. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      className={styles.logo}
      aria-label="Lumen Retail portal, home"
    >
      <LumenMark sizePx={32} />
      {isOpen && (
        <span className={styles.words}>
          Lumen Retail
          <small>portal</small>
        </span>
      )}
    </Link>
  );
}

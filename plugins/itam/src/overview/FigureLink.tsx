import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './Overview.module.css';

/**
 * A figure that opens the list behind it; the figure alone where the portal
 * has no such page.
 */
export function FigureLink(props: {
  href: string | undefined;
  /** What the list is, for those who hear links one by one. */
  label: string;
  children: ReactNode;
}) {
  const { href, label, children } = props;
  return href ? (
    <Link href={href} className={styles.figure} title={label}>
      {children}
    </Link>
  ) : (
    <>{children}</>
  );
}

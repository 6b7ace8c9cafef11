import { useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { scrollIntoMiddle } from './scrollIntoMiddle';
import styles from './SectionNav.module.css';

/**
 * The pages of a section, below the tabs of the portal's header. Where they are
 * wider than the window, the one shown is scrolled into view.
 */
export function SectionNav(props: {
  label: string;
  pages: readonly { path: string; label: string; current: boolean }[];
}) {
  const nav = useRef<HTMLElement>(null);
  const shown = props.pages.find(({ current }) => current)?.label;
  useEffect(() => {
    const link = nav.current?.querySelector('[aria-current="page"]');
    if (nav.current && link) {
      scrollIntoMiddle(nav.current, link);
    }
  }, [shown]);
  return (
    <nav ref={nav} className={styles.nav} aria-label={props.label}>
      <ul>
        {props.pages.map(({ path, label, current }) => (
          <li key={path}>
            <Link to={path} aria-current={current ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

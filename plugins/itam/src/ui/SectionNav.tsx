import { Link } from 'react-router-dom';
import styles from './SectionNav.module.css';

/**
 * The pages of a section, below the tabs of the portal's header.
 */
export function SectionNav(props: {
  label: string;
  pages: readonly { path: string; label: string; current: boolean }[];
}) {
  return (
    <nav className={styles.nav} aria-label={props.label}>
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

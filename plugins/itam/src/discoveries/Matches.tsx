import { Link } from '@backstage/ui';
import { RefTitle, usePaths } from '../ui';
import styles from './Discoveries.module.css';

/**
 * The licences and software records, or suppliers, that a name is matched to.
 */
export function Matches(props: { refs: readonly string[] }) {
  const paths = usePaths();
  return (
    <ul className={styles.matches}>
      {props.refs.map(ref => {
        // A supplier is a slug, and no record.
        const href = ref.includes(':') ? paths.record(ref) : undefined;
        return (
          <li key={ref}>
            {href ? (
              <Link href={href}>
                <RefTitle of={ref} />
              </Link>
            ) : (
              ref
            )}
          </li>
        );
      })}
    </ul>
  );
}

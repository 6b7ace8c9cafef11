import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import { KindIcon } from './KindIcon';
import { InlineNote } from './Prose';
import styles from './RecordName.module.css';

/**
 * A record's name in a table: icon of its kind, link to its page, and one
 * line that tells it from others of the same name.
 */
export function RecordName(props: {
  kind: string | undefined;
  title: string;
  recordRef: string | undefined;
  href: string | undefined;
  detail?: string;
  /** What stands after the detail, such as another link. */
  more?: ReactNode;
}) {
  const { kind, title, recordRef, href, more } = props;
  const detail = props.detail === title ? undefined : props.detail;
  return (
    <span className={styles.name}>
      {kind && <KindIcon kind={kind} />}
      <span className={styles.text}>
        {href ? (
          <Link href={href} standalone title={recordRef}>
            {title}
          </Link>
        ) : (
          title
        )}
        {(detail || more) && (
          <>
            <br />
            <InlineNote>
              {detail}
              {detail && more && ' · '}
              {more}
            </InlineNote>
          </>
        )}
      </span>
    </span>
  );
}

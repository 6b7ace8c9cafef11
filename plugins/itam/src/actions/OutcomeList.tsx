import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useTexts } from '../translation';
import { usePaths } from '../ui';
import styles from './Actions.module.css';
import type { Outcome } from './outcomes';

/** A line of a list of records in a dialog. */
export interface RecordLine {
  key: string;
  title: ReactNode;
  detail?: ReactNode;
  failed?: boolean;
}

/**
 * Records in a dialog, one line each, with what is to be said about them.
 */
export function RecordLines(props: {
  label: string;
  lines: readonly RecordLine[];
}) {
  const { label, lines } = props;
  return (
    <ul
      className={styles.list}
      aria-label={label}
      // Long lists scroll, so the keyboard must reach it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {lines.map(line => (
        <li key={line.key}>
          <span>{line.title}</span>
          {line.detail && (
            <span className={line.failed ? styles.failed : styles.detail}>
              {line.detail}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/**
 * How each of many changes went: what failed comes first.
 */
export function OutcomeList(props: { outcomes: readonly Outcome[] }) {
  const { outcomes } = props;
  const t = useTexts();
  const paths = usePaths();
  const failed = outcomes.filter(one => one.error !== undefined);
  const done = outcomes.filter(one => one.error === undefined);
  return (
    <>
      <p role="status">
        {t('bulk.done', { count: done.length })}{' '}
        {failed.length > 0 && t('bulk.failed', { count: failed.length })}
      </p>
      <RecordLines
        label={t('bulk.outcomes')}
        lines={[...failed, ...done].map((one, at) => {
          const href = paths.record(one.ref);
          return {
            key: `${one.ref} ${at}`,
            title: href ? (
              <Link href={href} target="_blank">
                {one.title}
              </Link>
            ) : (
              one.title
            ),
            detail: one.error ?? t('bulk.ok'),
            failed: one.error !== undefined,
          };
        })}
      />
    </>
  );
}

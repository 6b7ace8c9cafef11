import type { RenewalEntry } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { Chip, usePaths } from '../ui';
import styles from './Overview.module.css';

/** Sooner than this, a date is marked. */
const SOON_DAYS = 30;

/**
 * Renewals one below the other, each with the day to act by.
 */
export function RenewalLines(props: {
  items: readonly RenewalEntry[];
  label?: string;
}) {
  const t = useTexts();
  const format = useFormat();
  const paths = usePaths();
  return (
    <ul className={styles.lines} aria-label={props.label}>
      {props.items.map(({ record, dueOn, dueKind, daysLeft }) => {
        const href = paths.record(record.ref);
        const soon = daysLeft !== undefined && daysLeft <= SOON_DAYS;
        return (
          <li key={record.ref}>
            <span>
              {href ? <Link href={href}>{record.title}</Link> : record.title}
            </span>
            <Chip tone={soon ? 'warning' : 'neutral'}>
              {t(`renewals.due.${dueKind}`, { date: format.date(dueOn) })}
            </Chip>
          </li>
        );
      })}
    </ul>
  );
}

import type {
  RecordPage,
  RecordQuery,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import type { DateTime } from 'luxon';
import styles from '../cost/CostFigure.module.css';
import { daysUntil, useFormat } from '../format';
import { endsText, useTexts } from '../translation';
import { Chip, Note, usePaths } from '../ui';

/** Sooner than this, a date is marked. */
const SOON_DAYS = 30;
const SHOWN = 6;

/**
 * The question for what ends within some days of a date, today included; as
 * many records as {@link EndingList} shows.
 */
export function endingQuery(today: DateTime, withinDays: number): RecordQuery {
  return {
    sort: 'endsOn',
    order: 'asc',
    endsFrom: today.toISODate() ?? undefined,
    endsTo: today.plus({ days: withinDays }).toISODate() ?? undefined,
    limit: SHOWN,
  };
}

/**
 * Records that end soon, the next first, and how many more there are.
 */
export function EndingList(props: { page: RecordPage; today: DateTime }) {
  const { page, today } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = usePaths();
  if (page.items.length === 0) {
    return <Note>{t('group.noRenewals')}</Note>;
  }
  const more = page.totalItems - page.items.length;
  return (
    <ul className={`${styles.records} ${styles.dated}`}>
      {page.items.map(record => {
        const days = record.endsOn
          ? daysUntil(record.endsOn, today)
          : undefined;
        const soon = days !== undefined && days <= SOON_DAYS;
        const href = paths.record(record.ref);
        return (
          <li key={record.ref}>
            {href ? (
              <Link href={href}>{record.title}</Link>
            ) : (
              <span>{record.title}</span>
            )}
            <Chip tone={soon ? 'warning' : 'neutral'}>
              {endsText(t, record, format.date, today.toFormat('yyyy-MM-dd'))}
            </Chip>
          </li>
        );
      })}
      {more > 0 && (
        <li>
          <Note>{t('user.more', { count: more })}</Note>
        </li>
      )}
    </ul>
  );
}

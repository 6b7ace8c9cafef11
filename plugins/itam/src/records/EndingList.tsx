import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
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
 * Records that end within some days of a date, the next first.
 */
export function EndingList(props: {
  records: readonly RecordSummary[];
  today: DateTime;
  withinDays: number;
}) {
  const { records, today, withinDays } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = usePaths();
  const ahead = records.flatMap(record => {
    const days = record.endsOn ? daysUntil(record.endsOn, today) : undefined;
    return days !== undefined && days >= 0 && days <= withinDays
      ? [{ record, days }]
      : [];
  });
  if (ahead.length === 0) {
    return <Note>{t('group.noRenewals')}</Note>;
  }
  return (
    <ul className={styles.records}>
      {ahead.slice(0, SHOWN).map(({ record, days }) => {
        const href = paths.record(record.ref);
        return (
          <li key={record.ref}>
            {href ? (
              <Link href={href}>{record.title}</Link>
            ) : (
              <span>{record.title}</span>
            )}
            <Chip tone={days <= SOON_DAYS ? 'warning' : 'neutral'}>
              {endsText(t, record, format.date)}
            </Chip>
          </li>
        );
      })}
      {ahead.length > SHOWN && (
        <li>
          <Note>{t('user.more', { count: ahead.length - SHOWN })}</Note>
        </li>
      )}
    </ul>
  );
}

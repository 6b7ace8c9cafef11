import { DateTime } from 'luxon';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { Facts } from '../ui';
import styles from './TermTimeline.module.css';

/** Marks closer than this to an end would print over its label, in percent. */
const LABEL_ROOM = 16;

/**
 * A term from start to end with the last day of notice and today. Narrow
 * screens and screen readers get the dates as a list.
 */
export function TermTimeline(props: {
  start: string;
  end: string;
  lastNoticeDay?: string;
  today: DateTime;
}) {
  const { start, end, lastNoticeDay, today } = props;
  const t = useTexts();
  const format = useFormat();
  const first = DateTime.fromISO(start).toMillis();
  const last = DateTime.fromISO(end).toMillis();
  const at = (millis: number) =>
    Math.min(
      100,
      Math.max(0, last > first ? ((millis - first) / (last - first)) * 100 : 0),
    );
  const now = at(today.toMillis());
  const notice =
    lastNoticeDay && at(DateTime.fromISO(lastNoticeDay).toMillis());
  const within = today.toMillis() >= first && today.toMillis() <= last;
  const roomForToday =
    within &&
    now > LABEL_ROOM &&
    now < 100 - LABEL_ROOM &&
    (typeof notice !== 'number' || Math.abs(notice - now) > LABEL_ROOM);
  const endsClose = typeof notice === 'number' && notice > 100 - LABEL_ROOM;
  return (
    <div>
      <div className={styles.timeline} aria-hidden="true">
        <div className={styles.line} />
        <div className={styles.passed} style={{ width: `${now}%` }} />
        <div className={`${styles.mark} ${styles.first}`} style={{ left: 0 }}>
          <span>{t('record.term.start')}</span>
          <span>{format.date(start)}</span>
        </div>
        {within && (
          <div
            className={`${styles.mark} ${styles.today}`}
            style={{ left: `${now}%` }}
          >
            {roomForToday && (
              <>
                <span>{t('record.term.today')}</span>
                <span>{format.date(today.toISODate() ?? '')}</span>
              </>
            )}
          </div>
        )}
        {typeof notice === 'number' && lastNoticeDay && (
          <div
            className={`${styles.mark} ${styles.notice} ${
              endsClose ? styles.last : ''
            }`}
            style={{ left: `${notice}%` }}
          >
            <span>{t('record.term.notice')}</span>
            <span>{format.date(lastNoticeDay)}</span>
          </div>
        )}
        <div
          className={`${styles.mark} ${styles.last}`}
          style={{ left: '100%' }}
        >
          <span>{t('record.term.end')}</span>
          <span>{format.date(end)}</span>
        </div>
      </div>
      <div className={styles.list}>
        <Facts
          facts={[
            { label: t('record.term.start'), value: format.date(start) },
            {
              label: t('record.term.notice'),
              value: lastNoticeDay && format.date(lastNoticeDay),
            },
            { label: t('record.term.end'), value: format.date(end) },
          ]}
        />
      </div>
    </div>
  );
}

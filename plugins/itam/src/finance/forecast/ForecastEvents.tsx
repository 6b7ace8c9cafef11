import type { ForecastAnswer } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import {
  Chip,
  InlineNote,
  KindIcon,
  Paragraph,
  Subheading,
  usePaths,
} from '../../ui';
import styles from '../Finance.module.css';

type ForecastEvent = ForecastAnswer['events'][number];

/**
 * Dated reasons for cost that is not actual yet, month by month.
 */
export function ForecastEvents(props: { events: readonly ForecastEvent[] }) {
  const { events } = props;
  const t = useSectionTexts();
  const format = useFormat();
  if (events.length === 0) {
    return <Paragraph>{t('finance.forecast.noEvents')}</Paragraph>;
  }
  const months = [...new Set(events.map(event => event.month))].sort();
  return (
    <div className={styles.events}>
      {months.map(month => (
        <section key={month} aria-labelledby={`events-${month}`}>
          <Subheading id={`events-${month}`}>{format.month(month)}</Subheading>
          <ul className={styles.eventList}>
            {events
              .filter(event => event.month === month)
              .map(event => (
                <EventItem key={`${event.kind}-${event.ref}`} event={event} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function EventItem(props: { event: ForecastEvent }) {
  const { event } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const href = usePaths().record(event.ref);
  return (
    <li>
      <span className={styles.eventName}>
        {event.recordKind && <KindIcon kind={event.recordKind} />}
        {href ? (
          <Link href={href} title={event.ref}>
            {event.title}
          </Link>
        ) : (
          event.title
        )}
        <Chip>{t(`finance.forecast.kinds.${event.kind}`)}</Chip>
        <Chip tone={event.certainty === 'committed' ? 'info' : 'neutral'}>
          {t(`finance.certainty.${event.certainty}`)}
        </Chip>
      </span>
      <span className={styles.end} title={t('finance.forecast.amountHint')}>
        {event.amount ? (
          format.amount(event.amount)
        ) : (
          <InlineNote>{t('finance.forecast.noAmount')}</InlineNote>
        )}
      </span>
    </li>
  );
}

import type { TicketPage } from '@backstage-itam/plugin-itam-common';
import { useTexts } from '../translation';
import { InlineNote, RefLink, Subheading } from '../ui';
import styles from './Tickets.module.css';

const KINDS = ['incident', 'problem', 'change', 'request', 'other'] as const;
/** Services that are named; the table has the rest. */
const MOST_SERVICES = 8;

/**
 * How many tickets there are of each kind, and with each service where there
 * are several.
 */
export function TicketCounts(props: { page: TicketPage; of: string }) {
  const { counts, services } = props.page;
  const t = useTexts();
  const kinds = KINDS.filter(kind => counts[kind] > 0);
  const others = services.some(({ service }) => service.ref !== props.of);
  return (
    <>
      {kinds.length > 0 && (
        <ul className={styles.counts} aria-label={t('tickets.title')}>
          {kinds.map(kind => (
            <li key={kind}>
              {t(`tickets.counts.${kind}`, { count: counts[kind] })}
            </li>
          ))}
        </ul>
      )}
      {others && (
        <section className={styles.section}>
          <Subheading>{t('tickets.byService')}</Subheading>
          <ul className={styles.services} aria-label={t('tickets.byService')}>
            {services.slice(0, MOST_SERVICES).map(({ service, tickets }) => (
              <li key={service.ref}>
                <RefLink label={service} />{' '}
                <InlineNote>
                  {t('tickets.service', { count: tickets })}
                </InlineNote>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

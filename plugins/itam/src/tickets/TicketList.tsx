import type { Ticket, TicketPage } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { RiExternalLinkLine, RiLinkUnlinkM } from '@remixicon/react';
import { type Format, useFormat } from '../format';
import { type Texts, useTexts } from '../translation';
import {
  Chip,
  type DataColumn,
  DataTable,
  InlineNote,
  Message,
  Note,
  RefList,
} from '../ui';
import styles from './Tickets.module.css';

/** What a ticket is about is only said where it could be several things. */
const MOST_ABOUT = 3;

/**
 * Tickets with the way to each in its tool, or why there are none.
 */
export function TicketList(props: { page: TicketPage; of: string }) {
  const { items, sources } = props.page;
  const t = useTexts();
  const format = useFormat();
  if (items.length === 0) {
    if (!sources.some(({ asked }) => asked)) {
      return (
        <Message
          icon={<RiLinkUnlinkM size={18} />}
          title={t('tickets.unlinkedTitle', {
            tools: sources.map(({ title }) => title).join(', '),
          })}
          text={t('tickets.unlinkedText')}
        />
      );
    }
    const isKnown = sources.every(one => !one.failure || one.readAt);
    return <Note>{t(isKnown ? 'tickets.none' : 'tickets.noneKnown')}</Note>;
  }
  const toolOf = (id: string) =>
    sources.find(source => source.id === id)?.title ?? id;
  const isAboutOthers = items.some(({ about }) =>
    about.some(({ ref }) => ref !== props.of),
  );
  const columns: DataColumn<Ticket>[] = [
    {
      id: 'ticket',
      label: t('tickets.columns.ticket'),
      ownLine: true,
      named: false,
      cell: ticket => (
        <span className={styles.ticket}>
          <Link
            href={ticket.url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('tickets.open', {
              number: ticket.number,
              tool: toolOf(ticket.source),
            })}
          >
            {ticket.number}
            <RiExternalLinkLine
              className={styles.leaves}
              size={12}
              aria-hidden="true"
            />
          </Link>
          <span>{ticket.title}</span>
          <InlineNote>{detailsOf(t, format, ticket)}</InlineNote>
        </span>
      ),
    },
    {
      id: 'state',
      label: t('tickets.columns.state'),
      cell: ticket => (
        <span className={styles.state}>
          <Chip tone={ticket.kind === 'incident' ? 'warning' : 'neutral'} wrap>
            {t(`tickets.kind.${ticket.kind}`)}
          </Chip>
          <span>{ticket.state}</span>
          {ticket.priority && <InlineNote>{ticket.priority}</InlineNote>}
        </span>
      ),
    },
    ...(isAboutOthers
      ? [
          {
            id: 'about',
            label: t('tickets.columns.about'),
            cell: ({ about }: Ticket) => (
              <RefList labels={about} max={MOST_ABOUT} />
            ),
          },
        ]
      : []),
    {
      id: 'opened',
      label: t('tickets.columns.opened'),
      align: 'end',
      secondary: true,
      cell: ({ openedAt }) => openedAt && format.date(openedAt),
    },
  ];
  return (
    <DataTable
      label={t('tickets.title')}
      rows={items}
      stacks
      rowKey={({ source, id }) => `${source} ${id}`}
      columns={columns}
    />
  );
}

function detailsOf(
  t: Texts,
  { date, instant }: Pick<Format, 'date' | 'instant'>,
  ticket: Ticket,
): string {
  const { assignee, dueAt, plannedStart, plannedEnd } = ticket;
  return [
    assignee,
    dueAt && t('tickets.due', { date: date(dueAt) }),
    plannedStart &&
      plannedEnd &&
      t('tickets.planned', {
        from: instant(plannedStart),
        to: instant(plannedEnd),
      }),
  ]
    .filter(Boolean)
    .join(' · ');
}

import { createHash } from 'node:crypto';
import ical, { ICalEventTransparency } from 'ical-generator';
import { recordPath } from '../portalPaths';
import type { Deadline, DeadlineKind } from '../deadlines/readDeadlines';
import type { CalendarFeed } from './readCalendarFeed';

/** Calendars ask again after this long, if they follow the feed's wish. */
const REFRESH_SECONDS = 6 * 60 * 60;

const SUMMARY: Readonly<Record<DeadlineKind, string>> = {
  notice: 'Notice deadline',
  'contract-end': 'Contract term ends',
  'licence-end': 'Licence ends',
  'warranty-end': 'Warranty ends',
  'servicing-due': 'Servicing due',
  'loan-due': 'To be given back',
};

/**
 * Writes a feed as an iCalendar of all-day events (RFC 5545).
 *
 * An event keeps its UID when its day moves; SEQUENCE is the version of the
 * record and DTSTAMP its last change, so that the same state is the same text.
 *
 * @param portal.baseUrl - Address of the portal, undefined when it is not known
 */
export function writeCalendar(
  feed: Pick<CalendarFeed, 'epoch' | 'deadlines'>,
  portal: { baseUrl: string | undefined; pagePath: string },
): string {
  const calendar = ical({
    name: 'IT asset deadlines',
    prodId: '//Backstage ITAM//Register//EN',
    ttl: REFRESH_SECONDS,
  });
  for (const deadline of feed.deadlines) {
    const { record, kind, on, detail } = deadline;
    const changedAt = new Date(record.updatedAt);
    calendar.createEvent({
      id: uidOf(deadline, feed.epoch),
      sequence: record.version,
      stamp: changedAt,
      lastModified: changedAt,
      // Read in UTC: midnight there is the day itself.
      start: new Date(`${on}T00:00:00.000Z`),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${SUMMARY[kind]}: ${record.title}`,
      description: detail ?? null,
      categories: [{ name: record.kind }],
      url:
        portal.baseUrl === undefined
          ? null
          : `${portal.baseUrl.replace(/\/$/, '')}${recordPath(
              portal.pagePath,
              record.ref,
            )}`,
    });
  }
  return calendar.toString();
}

function uidOf({ kind, part, record }: Deadline, epoch: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([epoch, kind, record.ref, part]))
    .digest('hex')
    .slice(0, 32);
  return `${hash}@itam.backstage`;
}

import { DateTime } from 'luxon';

/**
 * Writes a calendar date or an instant as a date: `1 Nov 2026`.
 *
 * A text that is no date is given back as it is.
 */
export function formatDate(iso: string, locale: string): string {
  const date = DateTime.fromISO(iso);
  return date.isValid
    ? date.setLocale(locale).toLocaleString(DateTime.DATE_MED)
    : iso;
}

/**
 * A text of the register with its calendar dates as {@link formatDate} writes
 * them.
 */
export function formatDatesIn(text: string, locale: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, iso => formatDate(iso, locale));
}

/**
 * Writes an instant with its time in the reader's time zone.
 */
export function formatInstant(iso: string, locale: string): string {
  const instant = DateTime.fromISO(iso);
  return instant.isValid
    ? instant.setLocale(locale).toLocaleString(DateTime.DATETIME_MED)
    : iso;
}

/**
 * Writes how far a moment lies from another: `in 5 days`, `2 hours ago`.
 */
export function formatRelative(
  iso: string,
  base: DateTime,
  locale: string,
): string {
  const moment = DateTime.fromISO(iso);
  return moment.isValid
    ? moment.setLocale(locale).toRelative({ base }) ?? iso
    : iso;
}

/**
 * Whole days from the base's date to a calendar date; negative when past and
 * undefined for a text that is no date.
 */
export function daysUntil(iso: string, base: DateTime): number | undefined {
  const date = DateTime.fromISO(iso);
  return date.isValid
    ? Math.round(date.startOf('day').diff(base.startOf('day'), 'days').days)
    : undefined;
}

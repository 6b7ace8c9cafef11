import { DateTime } from 'luxon';

/** Today where the reader is, an ISO calendar date. */
export function today(): string {
  return DateTime.now().toFormat('yyyy-MM-dd');
}

/** The day after an ISO calendar date. */
export function dayAfter(day: string): string {
  return DateTime.fromISO(day).plus({ days: 1 }).toFormat('yyyy-MM-dd');
}

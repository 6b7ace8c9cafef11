import {
  isReclaimable,
  type LicensePositionRange,
} from '@backstage-itam/plugin-itam-common';

/** A seat with its holder and last use. */
export type Seat = LicensePositionRange['holders'][number];

/** Days without use after which a seat is looked at, unless others are asked. */
export const DEFAULT_DAYS = 90;

const MOST_DAYS = 3650;
const UNUSED = 'unused';

/** The days an address asks for; undefined shows all seats. */
export function readUnusedDays(search: URLSearchParams): number | undefined {
  const text = search.get(UNUSED) ?? '';
  const days = Number(text);
  return /^\d+$/.test(text) && days >= 1 && days <= MOST_DAYS
    ? days
    : undefined;
}

/** Writes the days into an address, leaving other parameters alone. */
export function writeUnusedDays(
  search: URLSearchParams,
  days: number | undefined,
): URLSearchParams {
  const next = new URLSearchParams(search);
  if (days === undefined) {
    next.delete(UNUSED);
  } else {
    next.set(
      UNUSED,
      String(Math.min(MOST_DAYS, Math.max(1, Math.trunc(days)))),
    );
  }
  return next;
}

/**
 * The seats that were assigned, and not used, for so many days.
 *
 * @param today - ISO calendar date
 */
export function unusedSeats(
  seats: readonly Seat[],
  days: number,
  today: string,
): Seat[] {
  return seats.filter(({ from, lastUsed }) =>
    isReclaimable({ from, lastUsed }, today, days),
  );
}

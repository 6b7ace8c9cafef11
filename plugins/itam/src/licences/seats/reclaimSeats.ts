import type { ItamApi } from '@backstage-itam/plugin-itam-common';
import { DateTime } from 'luxon';
import { type Problem, problemOf } from '../../loading';
import type { Seat } from './unusedSeats';
import type { ChangeableLicence } from './useSeatRights';

/** What became of the seats of one licence. */
export interface ReclaimOutcome {
  licence: ChangeableLicence;
  seats: number;
  /** Why none of them was taken back. */
  problem?: Problem;
}

/** Seats to be taken back from one licence, in one request. */
export interface ReclaimPart {
  licence: ChangeableLicence;
  seats: readonly Seat[];
}

/** The chosen seats by licence; those of other licences are left out. */
export function partsOf(
  seats: readonly Seat[],
  changeable: ReadonlyMap<string, ChangeableLicence>,
): ReclaimPart[] {
  return [...changeable.values()].flatMap(licence => {
    const own = seats.filter(({ license }) => license === licence.ref);
    return own.length > 0 ? [{ licence, seats: own }] : [];
  });
}

/** The last day a seat is held that is taken back now: it is free today. */
export function lastDayHeld(now: DateTime): string {
  return now.toUTC().minus({ days: 1 }).toFormat('yyyy-MM-dd');
}

/**
 * Takes seats back, licence by licence; one that is refused keeps no other
 * from being sent. The same again changes nothing.
 */
export async function reclaimSeats(
  api: Pick<ItamApi, 'returnAssignments'>,
  parts: readonly ReclaimPart[],
  note: string,
  now: DateTime,
): Promise<ReclaimOutcome[]> {
  const outcomes: ReclaimOutcome[] = [];
  for (const { licence, seats } of parts) {
    const yesterday = lastDayHeld(now);
    const startsLater = seats.some(({ from }) => from && from > yesterday);
    try {
      await api.returnAssignments(
        licence.ref,
        {
          ids: seats.map(({ id }) => id),
          ...(startsLater ? {} : { date: yesterday }),
          ...(note.trim() ? { note: note.trim() } : {}),
        },
        licence.version,
      );
      outcomes.push({ licence, seats: seats.length });
    } catch (error) {
      outcomes.push({
        licence,
        seats: seats.length,
        problem: problemOf(error),
      });
    }
  }
  return outcomes;
}

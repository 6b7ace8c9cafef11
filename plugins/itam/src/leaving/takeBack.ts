import type { ItamApi, RecordDetail } from '@backstage-itam/plugin-itam-common';
import { dayAfter } from '../actions/today';

/** How somebody's holdings come back. */
export interface TakingBack {
  /** Full ref of the one who leaves. */
  person: string;
  /** The last day, ISO calendar date. */
  date: string;
  note?: string;
  /** Who gets the seats from the day after on. */
  seatsTo?: string;
}

/** The seat came back, but the next one did not get it. */
export class NotHandedOnError extends Error {
  constructor(readonly reason: unknown) {
    super('Taken back, but not handed on');
    this.name = 'NotHandedOnError';
  }
}

/**
 * Takes one thing back from somebody: an asset into the store, their pieces
 * of a stock, or their seat, which another may get.
 *
 * Throws NotHandedOnError when only the handing on was refused.
 */
export async function takeBack(
  api: ItamApi,
  { record, stock }: RecordDetail,
  how: TakingBack,
  idempotencyKey: string,
): Promise<void> {
  const { person, date, note, seatsTo } = how;
  const { ref, version, kind } = record;
  const single = kind === 'Asset' && stock === undefined;
  const returned = await api.returnAssignments(
    ref,
    single ? { date, note, to: 'in-stock' } : { date, note, holders: [person] },
    version,
  );
  if (kind !== 'License' || !seatsTo) {
    return;
  }
  try {
    await api.assignRecord(
      ref,
      { to: [seatsTo], from: dayAfter(date), note },
      returned.record.version,
      idempotencyKey,
    );
  } catch (error) {
    throw new NotHandedOnError(error);
  }
}

import { InputError } from '@backstage/errors';
import type { HistoryPage } from '@backstage-itam/plugin-itam-common';
import {
  countHistory,
  readHistory,
  type HistoryRow,
} from '../../stores/records/readHistory';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import { labelOf } from '../records/catalogLabels';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { readRegisterSecret } from '../records/registerSecret';
import { requireRecord } from '../records/requireRecord';

/** Actors that are people; others are services. */
const USER = /^user:[^/]+\/.+$/;

/**
 * What happened to a record, newest first.
 *
 * Throws NotFoundError for a record that does not exist or may not be read, and
 * InputError for a cursor of another list.
 */
export async function listHistory(
  deps: ReadDeps,
  context: ReadContext,
  ref: string,
  question: { cursor?: string; limit: number },
): Promise<HistoryPage> {
  const { cursor, limit } = question;
  await requireRecord(deps, context, ref);
  const secret = await readRegisterSecret(deps.knex);
  const list = ['history', ref];
  const before =
    cursor === undefined
      ? undefined
      : sequenceOf(readSignedCursor(list, cursor, secret));
  const [rows, totalItems] = await Promise.all([
    // One more than asked tells whether another page follows.
    readHistory(deps.knex, ref, { before, limit: limit + 1 }),
    countHistory(deps.knex, ref),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const names = await deps.labels.load(
    shown.flatMap(({ actor }) =>
      actor !== null && USER.test(actor) ? [actor] : [],
    ),
    context.credentials,
  );
  return {
    items: shown.map(row => ({
      ...renderHistory(row),
      actorLabel:
        row.actor !== null && USER.test(row.actor)
          ? labelOf(row.actor, names)
          : undefined,
    })),
    totalItems,
    nextCursor:
      last && rows.length > limit
        ? writeSignedCursor(list, [last.sequence], secret)
        : undefined,
  };
}

/** An entry of the history as answers have it. */
export function renderHistory(row: HistoryRow): HistoryPage['items'][number] {
  const { sequence, at, actor, action, changes, reason } = row;
  return {
    sequence,
    at,
    actor: actor ?? undefined,
    action,
    changes,
    reason,
  };
}

function sequenceOf([sequence]: unknown[]): number {
  if (typeof sequence === 'number') {
    return sequence;
  }
  throw new InputError('The cursor does not belong to this list');
}

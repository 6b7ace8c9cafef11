import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { AssignmentPage } from '@backstage-itam/plugin-itam-common';
import type { WriteDeps } from '../../permissions/writeAccess';
import {
  countHoldings,
  readHoldingPage,
} from '../../stores/holdings/readHoldings';
import { countSeats, readSeatPage } from '../../stores/records/readSeats';
import type { StoredRecord } from '../../stores/records/storedRecord';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import { labelOf } from '../records/catalogLabels';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { readRegisterSecret } from '../records/registerSecret';
import { requireRecord } from '../records/requireRecord';
import { readRights } from './readRights';

/** A page of assignments as asked for. */
export interface AssignmentQuestion {
  open: boolean;
  cursor?: string;
  limit: number;
}

type Item = Omit<AssignmentPage['items'][number], 'to'> & { to: string };

interface Position {
  from: string;
  id: number;
}

/**
 * Who holds or held a record, the latest first: an asset, pieces of a stock or
 * seats of a licence.
 *
 * Throws NotFoundError for a record that does not exist or may not be read, and
 * InputError for a cursor of another list.
 */
export async function listAssignments(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
  ref: string,
  question: AssignmentQuestion,
): Promise<AssignmentPage> {
  const { open, cursor, limit } = question;
  const { stored } = await requireRecord(deps, context, ref);
  const rights = await readRights(deps, context, stored);
  const secret = await readRegisterSecret(deps.knex);
  const list: JsonValue = ['assignments', ref, open];
  const after =
    cursor === undefined
      ? undefined
      : positionOf(readSignedCursor(list, cursor, secret));
  const read = stored.record.kind === 'License' ? seats : holdings;
  const { items, counts } = await read(deps, context, stored, {
    open,
    after,
    // One more than asked tells whether another page follows.
    limit: limit + 1,
  });
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  const names = await deps.labels.load(
    shown.map(({ item }) => item.to),
    context.credentials,
  );
  return {
    items: shown.map(({ item }) => ({ ...item, to: labelOf(item.to, names) })),
    totalItems: open ? counts.open : counts.total,
    nextCursor:
      last && items.length > limit
        ? writeSignedCursor(
            list,
            [last.position.from, last.position.id],
            secret,
          )
        : undefined,
    open: counts.open,
    canAssign: rights.assign,
  };
}

interface Asked {
  open: boolean;
  after: Position | undefined;
  limit: number;
}

interface Found {
  items: { item: Item; position: Position }[];
  counts: { total: number; open: number };
}

async function holdings(
  { knex }: ReadDeps,
  { today }: ReadContext,
  { id }: StoredRecord,
  asked: Asked,
): Promise<Found> {
  const [found, counts] = await Promise.all([
    readHoldingPage(knex, id, asked),
    countHoldings(knex, id),
  ]);
  return {
    counts,
    items: found.map(one => ({
      position: { from: one.from, id: one.id },
      item: {
        id: one.id,
        to: one.to,
        from: one.from,
        until: one.until ?? undefined,
        dueBack: one.dueBack ?? undefined,
        overdue:
          one.dueBack === null
            ? undefined
            : one.until === null && one.dueBack < today,
        quantity: one.quantity,
        note: one.note ?? undefined,
        assignedBy: one.assignedBy ?? undefined,
        returnedBy: one.returnedBy ?? undefined,
      },
    })),
  };
}

async function seats(
  { knex }: ReadDeps,
  { today }: ReadContext,
  { id, record }: StoredRecord,
  { open, after, limit }: Asked,
): Promise<Found> {
  const [found, counts] = await Promise.all([
    readSeatPage(knex, id, {
      openOn: open ? today : undefined,
      after,
      limit,
    }),
    countSeats(knex, id, today),
  ]);
  const start =
    (record.kind === 'License' ? record.spec.term?.start : undefined) ?? '';
  return {
    counts,
    items: found.map(one => ({
      position: { from: one.from ?? '', id: one.id },
      item: {
        id: one.id,
        to: one.to,
        // Without a day of its own a seat is there as long as the licence.
        from: one.from ?? start,
        until: one.until ?? undefined,
      },
    })),
  };
}

function positionOf([from, id]: unknown[]): Position {
  if (typeof from === 'string' && typeof id === 'number') {
    return { from, id };
  }
  throw new InputError('The cursor does not belong to this list');
}

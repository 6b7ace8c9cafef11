import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import type { Holding } from './holdingRow';

/** Who changes a holding, and when. */
export interface HoldingActor {
  by: string;
  at: Date;
}

/** A holding that begins. */
export interface NewHolding {
  to: string;
  quantity: number;
  /** ISO calendar date. */
  from: string;
  dueBack?: string;
  note?: string;
}

/** Writes that somebody holds a record. Returns the id of the holding. */
export async function beginHolding(
  trx: Knex.Transaction,
  recordId: number,
  holding: NewHolding,
  { by, at }: HoldingActor,
): Promise<number> {
  const [row]: { id: unknown }[] = await trx('holdings')
    .insert({
      record_id: recordId,
      to_ref: holding.to,
      quantity: holding.quantity,
      from_date: holding.from,
      due_back: holding.dueBack ?? null,
      note: holding.note ?? null,
      assigned_at: at.toISOString(),
      assigned_by: by,
    })
    .returning('id');
  return integerFromRow(row.id);
}

/**
 * Writes that a holding ended with a day. It never ends before it began.
 */
export async function endHolding(
  trx: Knex.Transaction,
  holding: Pick<Holding, 'id' | 'from'>,
  until: string,
  { by, at }: HoldingActor,
): Promise<void> {
  await trx('holdings')
    .where('id', holding.id)
    .update({
      until_date: until < holding.from ? holding.from : until,
      returned_at: at.toISOString(),
      returned_by: by,
    });
}

/**
 * Ends a holding for some of its pieces; the others are held since the same
 * day as before.
 */
export async function endHoldingInPart(
  trx: Knex.Transaction,
  holding: Holding,
  ended: { quantity: number; until: string },
  actor: HoldingActor,
): Promise<void> {
  // The row that stays open keeps the id people know it by.
  await trx('holdings')
    .where('id', holding.id)
    .update({ quantity: holding.quantity - ended.quantity });
  const [row]: {
    record_id: unknown;
    assigned_at: string;
  }[] = await trx('holdings')
    .where('id', holding.id)
    .select('record_id', 'assigned_at');
  await trx('holdings').insert({
    record_id: integerFromRow(row.record_id),
    to_ref: holding.to,
    quantity: ended.quantity,
    from_date: holding.from,
    until_date: ended.until < holding.from ? holding.from : ended.until,
    due_back: holding.dueBack,
    note: holding.note,
    assigned_at: row.assigned_at,
    assigned_by: holding.assignedBy,
    returned_at: actor.at.toISOString(),
    returned_by: actor.by,
  });
}

/** Changes until when something is lent, or what is noted about it. */
export async function changeHolding(
  trx: Knex.Transaction,
  id: number,
  facts: { dueBack?: string; note?: string },
): Promise<void> {
  const { dueBack, note } = facts;
  await trx('holdings')
    .where('id', id)
    .update({
      due_back: dueBack ?? null,
      ...(note === undefined ? {} : { note }),
    });
}

import type { Knex } from 'knex';

/**
 * Takes a servicing back; it stays stored, and counts no more. Returns false
 * when the record has none of this id that counts.
 */
export async function markServicingVoid(
  trx: Knex.Transaction,
  recordId: number,
  id: number,
  by: { actor: string; at: Date },
): Promise<boolean> {
  const changed: number = await trx('servicings')
    .where({ record_id: recordId, id })
    .whereNull('voided_at')
    .update({ voided_at: by.at.toISOString(), voided_by: by.actor });
  return changed > 0;
}

import type { Knex } from 'knex';

/**
 * Makes a record a new version without another content: what belongs to it
 * changed.
 */
export async function raiseVersion(
  trx: Knex.Transaction,
  recordId: number,
  asOf: Date,
): Promise<void> {
  await trx('records')
    .where('id', recordId)
    .update({
      version: trx.raw('version + 1'),
      updated_at: asOf.toISOString(),
    });
}

import type { CostRecord } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bulkInsert } from '../../database/bulkInsert';
import { valueOn } from './inForce';

const columnTypes = {
  record_id: 'integer',
  target_ref: 'text',
  weight: 'integer',
} as const;

/**
 * Weights of what a contract covers on an ISO calendar date, by ref.
 */
export function coversOf(
  record: CostRecord,
  date: string,
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { ref, weight } of valueOn(record.covers, date) ?? []) {
    weights.set(ref, (weights.get(ref) ?? 0) + weight);
  }
  return weights;
}

/**
 * Writes what a contract covers on an ISO calendar date, in place of what is
 * stored.
 */
export async function writeCovers(
  trx: Knex.Transaction,
  recordId: number,
  record: CostRecord,
  date: string,
): Promise<void> {
  await trx('covers').where('record_id', recordId).delete();
  await bulkInsert(
    trx,
    'covers',
    columnTypes,
    [...coversOf(record, date)].map(([ref, weight]) => [recordId, ref, weight]),
  );
}

import type { Knex } from 'knex';
import { expiredBefore } from '../../stores/idempotency/answerOnce';

/** Forgets the answers to requests of more than 24 hours ago. */
export async function expireIdempotencyKeys(
  deps: { database: Knex },
  asOf: Date,
): Promise<{ expired: number }> {
  const expired = await deps
    .database('idempotency_keys')
    .where('created_at', '<', expiredBefore(asOf))
    .delete();
  return { expired };
}

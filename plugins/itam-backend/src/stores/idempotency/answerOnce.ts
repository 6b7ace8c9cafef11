import type { Knex } from 'knex';
import { sharedTime } from '../../database/sharedTime';
import { IdempotencyKeyReusedError } from './IdempotencyKeyReusedError';

/** How long a repeated request gets the first answer again. */
export const KEY_LIFETIME_MS = 24 * 60 * 60 * 1_000;

/** A request that may be sent again without a second effect. */
export interface RepeatableRequest {
  /** Who asks; keys of others do not matter. */
  actor: string;
  key: string;
  /** Method and path. */
  operation: string;
  /** Fingerprint of the body. */
  bodyHash: string;
  /** Time of the request. */
  at: Date;
}

/** What a request is answered with. */
export interface Answer {
  /** HTTP status. */
  status: number;
  /** JSON text. */
  text: string;
}

/**
 * Does the work of a request, or gives the answer of the request it repeats.
 *
 * To be called inside the transaction that has the effect, before anything is
 * read or written in it: of several at once, one does the work and the others
 * wait for its answer. Work that fails leaves no trace, so that it may be
 * tried again with the same key. Permissions have to be checked before, for
 * repeated requests too.
 *
 * Throws IdempotencyKeyReusedError (422) when the key came with another
 * request.
 *
 * @param request - undefined without a key: the work is done
 */
export async function answerOnce(
  trx: Knex.Transaction,
  request: RepeatableRequest | undefined,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!request) {
    return await work();
  }
  const { actor, key } = request;
  // A replica whose clock is ahead would take a new key for an old one.
  const at = await sharedTime(trx, request.at);
  await trx('idempotency_keys')
    .where({ actor, key })
    .where('created_at', '<', expiredBefore(at))
    .delete();
  // PostgreSQL waits here for a transaction that has just taken the key.
  const taken: unknown[] = await trx('idempotency_keys')
    .insert({
      actor,
      key,
      operation: request.operation,
      body_hash: request.bodyHash,
      status: 0,
      answer: '',
      created_at: at.toISOString(),
    })
    .onConflict(['actor', 'key'])
    .ignore()
    .returning('key');
  if (taken.length === 0) {
    return await firstAnswer(trx, request);
  }
  const answer = await work();
  await trx('idempotency_keys')
    .where({ actor, key })
    .update({ status: answer.status, answer: answer.text });
  return answer;
}

/** Keys made before this instant count no more. */
export function expiredBefore(asOf: Date): string {
  return new Date(asOf.getTime() - KEY_LIFETIME_MS).toISOString();
}

async function firstAnswer(
  trx: Knex.Transaction,
  { actor, key, operation, bodyHash }: RepeatableRequest,
): Promise<Answer> {
  const row:
    | { operation: string; body_hash: string; status: number; answer: string }
    | undefined = await trx('idempotency_keys')
    .where({ actor, key })
    .first('operation', 'body_hash', 'status', 'answer');
  if (!row) {
    throw new Error('An idempotency key vanished while it was read');
  }
  if (row.operation !== operation || row.body_hash !== bodyHash) {
    throw new IdempotencyKeyReusedError();
  }
  return { status: row.status, text: row.answer };
}

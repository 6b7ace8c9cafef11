import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { InputError } from '@backstage/errors';
import type {
  Answer,
  RepeatableRequest,
} from '../../stores/idempotency/answerOnce';

const HEADER = 'idempotency-key';
/** Visible ASCII, as HTTP headers carry it safely. */
const KEY = /^[\x21-\x7e][\x20-\x7e]{0,199}$/;

/**
 * Reads the `Idempotency-Key` of a request; undefined without one.
 *
 * A route that may be repeated reads it, checks permissions, and does its work
 * within `answerOnce`, inside the transaction of the effect:
 *
 * ```ts
 * const repeatable = readRepeatable(req, { actor, at });
 * const answer = await withChangeLock(knex, trx =>
 *   answerOnce(trx, repeatable, async () => ({
 *     status: 201,
 *     text: JSON.stringify(await addThing(trx, input)),
 *   })),
 * );
 * sendAnswer(res, answer);
 * ```
 *
 * Throws InputError for a key that is empty, longer than 200 characters or
 * not plain ASCII.
 */
export function readRepeatable(
  req: {
    headers: IncomingHttpHeaders;
    method: string;
    path: string;
    body: unknown;
  },
  who: { actor: string; at: Date },
): RepeatableRequest | undefined {
  const header = req.headers[HEADER];
  if (header === undefined) {
    return undefined;
  }
  const key = Array.isArray(header) ? header.join(',') : header;
  if (!KEY.test(key)) {
    throw new InputError(
      'Idempotency-Key has to be 1 to 200 visible ASCII characters',
    );
  }
  return {
    ...who,
    key,
    operation: `${req.method} ${req.path}`,
    bodyHash: createHash('sha256')
      .update(canonicalJson(req.body))
      .digest('base64url'),
  };
}

/**
 * As {@link readRepeatable}, for a request whose body is a file: it is the
 * same when its parameters and its bytes are.
 *
 * @param digest - Fingerprint of the bytes, once they were read
 */
export function readRepeatableUpload(
  req: Omit<Parameters<typeof readRepeatable>[0], 'body'> & { query: unknown },
  who: { actor: string; at: Date },
  digest: string,
): RepeatableRequest | undefined {
  const type = req.headers['content-type'] ?? null;
  return readRepeatable(
    {
      headers: req.headers,
      method: req.method,
      path: req.path,
      body: { digest, type, query: req.query },
    },
    who,
  );
}

/** What an answer needs of a response, whatever its contract says of it. */
interface AnswerResponse {
  statusCode: number;
  type(contentType: string): unknown;
  end(text: string): unknown;
}

/** Sends an answer, the first or a repeated one: both are the same bytes. */
export function sendAnswer(res: AnswerResponse, answer: Answer): void {
  res.statusCode = answer.status;
  res.type('application/json; charset=utf-8');
  res.end(answer.text);
}

/** The same text for bodies that differ in the order of their keys only. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}

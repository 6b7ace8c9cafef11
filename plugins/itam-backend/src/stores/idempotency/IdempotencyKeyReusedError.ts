import { CustomErrorBase } from '@backstage/errors';

/** An idempotency key that came with another request before: 422. */
export class IdempotencyKeyReusedError extends CustomErrorBase {
  name = 'IdempotencyKeyReusedError' as const;
  readonly statusCode = 422;

  constructor() {
    super(
      'The Idempotency-Key was used for another request in the last 24 hours; a new request needs a new key',
    );
  }
}

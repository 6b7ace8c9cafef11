import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, ServiceUnavailableError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { describeFailure } from '../../logging/describeFailure';

/** Errors whose message was written for the caller. */
const PUBLIC_NAMES: readonly string[] = [
  'InputError',
  'AuthenticationError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
  'NotModifiedError',
  'NotImplementedError',
  'ServiceUnavailableError',
  'UnsupportedMediaTypeError',
  'PreconditionRequiredError',
  'VersionMismatchError',
  'IdempotencyKeyReusedError',
];

/** Codes of a network that may answer again in a moment. */
const NETWORK_CODES: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
];

/**
 * Codes of databases that are away, full or overloaded: PostgreSQL's classes of
 * lost connections, missing resources, time-outs and shutdowns, and SQLite's codes with
 * their extended forms.
 */
const DATABASE_CODE =
  /^(08\w{3}|25P03|53\w{3}|57P0[1-35]|SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN)(_\w+)?)$/;

/**
 * What drivers say, without a code, when a connection is gone; the query
 * builder puts the statement before it.
 */
const UNAVAILABLE_MESSAGE =
  /(^|^Knex: | - )(Timeout acquiring a connection.*|Connection (terminated|ended).*|Client (has encountered a connection error|was closed) and is not queryable)$/s;

/**
 * Passes on errors meant for callers and answers 503 or 500 without details
 * for the rest, in the answer and in the log: a database error carries SQL text
 * and values.
 */
export function hideInternalErrors(logger: LoggerService): ErrorRequestHandler {
  return (error: unknown, _req, _res, next) => {
    next(shownError(error, logger));
  };
}

/** The error that a caller is told. */
export function shownError(error: unknown, logger: LoggerService): unknown {
  if (isError(error) && PUBLIC_NAMES.includes(error.name)) {
    return error;
  }
  const status = fieldOf(error, 'status');
  if (
    typeof status === 'number' &&
    status < 500 &&
    fieldOf(error, 'expose') === true
  ) {
    // Made by body parsers: 413, malformed JSON, wrong charset.
    return error;
  }
  logger.error(`Request failed: ${describeFailure(error)}`);
  return isUnavailable(error)
    ? new ServiceUnavailableError('The register cannot answer right now')
    : new Error('The register failed to answer');
}

function isUnavailable(error: unknown): boolean {
  const code = fieldOf(error, 'code');
  const message = fieldOf(error, 'message');
  return (
    (typeof code === 'string' &&
      (NETWORK_CODES.includes(code) || DATABASE_CODE.test(code))) ||
    (typeof message === 'string' && UNAVAILABLE_MESSAGE.test(message))
  );
}

/** Body parsers keep their status on the prototype of the error. */
function fieldOf(error: unknown, key: string): unknown {
  return typeof error === 'object' && error !== null
    ? Reflect.get(error, key)
    : undefined;
}

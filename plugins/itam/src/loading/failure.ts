import { ResponseError } from '@backstage/errors';

/**
 * What a failed question means to the reader.
 */
export type Failure =
  | { kind: 'forbidden' }
  | { kind: 'not-found' }
  | { kind: 'error'; message: string };

/**
 * Tells a refusal and an unknown record from a real error.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof ResponseError) {
    if (error.statusCode === 403) {
      return { kind: 'forbidden' };
    }
    if (error.statusCode === 404) {
      return { kind: 'not-found' };
    }
    return { kind: 'error', message: error.body.error.message };
  }
  return {
    kind: 'error',
    message: error instanceof Error ? error.message : String(error),
  };
}

import { ResponseError } from '@backstage/errors';
import { failureOf } from '../../loading';

/** Why a file was not taken. */
export interface UploadProblem {
  kind:
    | 'ending'
    | 'many'
    | 'empty'
    | 'tooLarge'
    | 'type'
    | 'unreadable'
    | 'forbidden'
    | 'failed';
  /** The register's words. */
  message?: string;
}

/**
 * Why the register did not take a file.
 */
export function uploadProblemOf(error: unknown): UploadProblem {
  const failure = failureOf(error);
  if (failure.kind === 'forbidden') {
    return { kind: 'forbidden' };
  }
  const message = failure.kind === 'error' ? failure.message : undefined;
  switch (error instanceof ResponseError ? error.statusCode : undefined) {
    case 413:
      return { kind: 'tooLarge', message };
    case 415:
      return { kind: 'type', message };
    case 400:
      return { kind: 'unreadable', message };
    default:
      return { kind: 'failed', message };
  }
}

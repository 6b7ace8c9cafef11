import { ResponseError } from '@backstage/errors';
import { useRef, useState } from 'react';
import { failureOf } from './failure';

/** Why something was not saved. */
export type Problem =
  | { kind: 'conflict' }
  | { kind: 'forbidden' }
  | { kind: 'not-found' }
  /** The register's words when it refused. */
  | { kind: 'failed'; message: string };

/**
 * A change on its way to the register, or why it was refused.
 */
export interface Writing {
  pending: boolean;
  problem?: Problem;
  /** Sends the change; true when it was accepted. */
  send(write: () => Promise<unknown>): Promise<boolean>;
}

/**
 * Sends changes and says what became of them; while one is on its way another
 * is not sent.
 */
export function useWrite(): Writing {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const busy = useRef(false);
  const send = async (write: () => Promise<unknown>) => {
    if (busy.current) {
      return false;
    }
    busy.current = true;
    setPending(true);
    setProblem(undefined);
    try {
      await write();
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      busy.current = false;
      setPending(false);
    }
  };
  return { pending, problem, send };
}

/** Tells a conflict from what else keeps a change from being saved. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ResponseError && error.statusCode === 412) {
    return { kind: 'conflict' };
  }
  const failure = failureOf(error);
  return failure.kind === 'error'
    ? { kind: 'failed', message: failure.message }
    : failure;
}

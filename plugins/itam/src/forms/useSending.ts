import { useRef, useState } from 'react';
import { failureOf, type Problem } from '../loading';
import { serverProblems } from './checking/serverProblems';
import type { DraftState } from './useDraft';

/** A draft on its way to the register. */
export interface Sending {
  pending: boolean;
  /** Why it was refused, when that is about no field. */
  problem?: Problem;
  /**
   * Sends a change; true when it was accepted. What the register found wrong
   * with fields goes to the form.
   */
  send(write: () => Promise<void>): Promise<boolean>;
}

/** Sends a draft, one at a time. */
export function useSending(
  form: Pick<DraftState, 'refuse'>,
  /** Takes an error of its own; true when it did. */
  takes: (error: unknown) => Promise<boolean> = async () => false,
): Sending {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const busy = useRef(false);
  const send = async (write: () => Promise<void>) => {
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
      const found = serverProblems(error);
      if (found) {
        form.refuse(found);
      } else if (!(await takes(error))) {
        setProblem(sendingProblem(error));
      }
      return false;
    } finally {
      busy.current = false;
      setPending(false);
    }
  };
  return { pending, problem, send };
}

/** Why something was not saved. */
export function sendingProblem(error: unknown): Problem {
  const failure = failureOf(error);
  return failure.kind === 'error'
    ? { kind: 'failed', message: failure.message }
    : failure;
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, failureOf } from './failure';

/**
 * A question on its way, answered or failed.
 *
 * While a changed question is on its way the last answer stays, marked
 * `stale`, so that nothing jumps.
 */
export type Loaded<T> = {
  retry(): void;
} & (
  | { state: 'loading' }
  | { state: 'ready'; value: T; stale: boolean }
  | { state: 'failed'; failure: Failure }
);

type Outcome<T> = { key: string } & (
  | { ok: true; value: T }
  | { ok: false; failure: Failure }
);

/**
 * Asks whenever the key changes and ignores answers that come too late.
 */
export function useLoad<T>(key: string, ask: () => Promise<T>): Loaded<T> {
  const [outcome, setOutcome] = useState<Outcome<T>>();
  const [attempt, setAttempt] = useState(0);
  const latestAsk = useRef(ask);
  latestAsk.current = ask;

  useEffect(() => {
    let current = true;
    latestAsk.current().then(
      value => current && setOutcome({ key, ok: true, value }),
      error =>
        current && setOutcome({ key, ok: false, failure: failureOf(error) }),
    );
    return () => {
      current = false;
    };
  }, [key, attempt]);

  const retry = useCallback(() => {
    setOutcome(undefined);
    setAttempt(count => count + 1);
  }, []);

  if (outcome?.ok) {
    return {
      state: 'ready',
      value: outcome.value,
      stale: outcome.key !== key,
      retry,
    };
  }
  if (outcome && outcome.key === key) {
    return { state: 'failed', failure: outcome.failure, retry };
  }
  return { state: 'loading', retry };
}

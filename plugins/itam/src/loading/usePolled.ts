import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, failureOf } from './failure';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;
const PAUSE_GROWTH = 1.25;

/**
 * An answer that is asked for again and again while work goes on.
 */
export type Polled<T> = {
  /** Asks anew, as after a failure. */
  retry(): void;
  /** Asks at once; what is shown stays until the answer is there. */
  refresh(): void;
  /** Shows an answer that came with a change, and goes on from it. */
  replace(value: T): void;
} & (
  | { state: 'loading' }
  | {
      state: 'ready';
      value: T;
      /** Whether the last attempt failed; the value is the one before. */
      interrupted: boolean;
    }
  | { state: 'failed'; failure: Failure }
);

type Outcome<T> = { key: string } & (
  | { ok: true; value: T; interrupted: boolean }
  | { ok: false; failure: Failure }
);

/**
 * Asks, and asks again while `goesOn` says so: after a second at first, then
 * less and less often, and not while nobody sees the page. A failed attempt
 * does not take away what was known.
 */
export function usePolled<T>(
  key: string,
  ask: () => Promise<T>,
  goesOn: (value: T) => boolean,
): Polled<T> {
  const [outcome, setOutcome] = useState<Outcome<T>>();
  const [round, setRound] = useState(0);
  const latest = useRef({ ask, goesOn });
  latest.current = { ask, goesOn };
  const known = useRef<string>();

  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = FIRST_PAUSE_MS;
    let waiting = false;

    const plan = () => {
      timer = setTimeout(next, pause);
      pause = Math.min(pause * PAUSE_GROWTH, LONGEST_PAUSE_MS);
    };
    const answered = (value: T) => {
      if (current) {
        known.current = key;
        setOutcome({ key, ok: true, value, interrupted: false });
        if (latest.current.goesOn(value)) {
          plan();
        }
      }
    };
    const failed = (error: unknown) => {
      if (!current) {
        return;
      }
      const failure = failureOf(error);
      if (failure.kind === 'error' && known.current === key) {
        setOutcome(before =>
          before?.ok ? { ...before, interrupted: true } : before,
        );
        plan();
      } else {
        known.current = undefined;
        setOutcome({ key, ok: false, failure });
      }
    };
    function next() {
      if (document.hidden && known.current === key) {
        waiting = true;
        return;
      }
      latest.current.ask().then(answered, failed);
    }
    const wake = () => {
      if (waiting && !document.hidden) {
        waiting = false;
        next();
      }
    };

    document.addEventListener('visibilitychange', wake);
    next();
    return () => {
      current = false;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [key, round]);

  const refresh = useCallback(() => setRound(count => count + 1), []);
  const retry = useCallback(() => {
    known.current = undefined;
    setOutcome(undefined);
    refresh();
  }, [refresh]);
  const replace = useCallback(
    (value: T) => {
      known.current = key;
      setOutcome({ key, ok: true, value, interrupted: false });
      refresh();
    },
    [key, refresh],
  );

  const ways = { retry, refresh, replace };
  if (outcome?.key !== key) {
    return { state: 'loading', ...ways };
  }
  return outcome.ok
    ? {
        state: 'ready',
        value: outcome.value,
        interrupted: outcome.interrupted,
        ...ways,
      }
    : { state: 'failed', failure: outcome.failure, ...ways };
}

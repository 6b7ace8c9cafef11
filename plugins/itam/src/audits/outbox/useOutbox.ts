import { useApi } from '@backstage/core-plugin-api';
import type { AuditItemEntry } from '@backstage-itam/plugin-itam-common';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { itamApiRef } from '../../api';
import { failureOf } from '../../loading';
import { idempotencyKey } from '../../records/idempotencyKey';
import { useSectionTexts } from '../../translation';
import { keptOutbox } from './keptOutbox';
import {
  nextToSend,
  type Seen,
  type Target,
  type Unsaved,
  withObservation,
  without,
  withState,
} from './outbox';
import { isWorthRetrying, sendObservation } from './sendObservation';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

/** Observations on their way to the register. */
export interface Outbox {
  unsaved: readonly Unsaved[];
  /** Notes what was seen; it is kept before this returns. */
  note(target: Target, seen: Seen): void;
  /** Sends at once what failed or was refused. */
  retry(key?: string): void;
  /** Gives up what the register refused. */
  discard(key: string): void;
}

/**
 * Sends observations one after the other, so that a later one of the same
 * thing is the one that counts. What does not arrive is sent again: when the
 * browser is back on the network, after a pause, or at a press.
 */
export function useOutbox(props: {
  auditId: number;
  user: string;
  onSaved(item: AuditItemEntry): void;
}): Outbox {
  const { auditId, user } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const kept = useMemo(() => keptOutbox(user, auditId), [user, auditId]);
  const [unsaved, setUnsaved] = useState<readonly Unsaved[]>(() => kept.read());
  const box = useRef(unsaved);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const pause = useRef(FIRST_PAUSE_MS);
  const latest = useRef({ onSaved: props.onSaved, t });
  latest.current = { onSaved: props.onSaved, t };

  const put = useCallback(
    (next: readonly Unsaved[]) => {
      box.current = next;
      kept.write(next);
      setUnsaved(next);
    },
    [kept],
  );

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    if (busy.current) {
      return;
    }
    busy.current = true;
    for (;;) {
      const one = nextToSend(box.current);
      if (!one) {
        break;
      }
      put(withState(box.current, one.key, 'sending'));
      try {
        const item = await sendObservation(api, auditId, one);
        pause.current = FIRST_PAUSE_MS;
        latest.current.onSaved(item);
        put(without(box.current, one.key));
      } catch (error) {
        if (isWorthRetrying(error)) {
          put(withState(box.current, one.key, 'failed'));
          timer.current = setTimeout(() => flush(), pause.current);
          pause.current = Math.min(pause.current * 2, LONGEST_PAUSE_MS);
          break;
        }
        put(withState(box.current, one.key, 'refused', wordsOf(error)));
      }
    }
    busy.current = false;

    function wordsOf(error: unknown): string {
      const failure = failureOf(error);
      switch (failure.kind) {
        case 'forbidden':
          return latest.current.t('problem.forbidden');
        case 'not-found':
          return latest.current.t('problem.notFound');
        default:
          return failure.message;
      }
    }
  }, [api, auditId, put]);

  useEffect(() => {
    flush();
    const back = () => {
      flush();
    };
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('online', back);
      clearTimeout(timer.current);
    };
  }, [flush]);

  return {
    unsaved,
    note: (target, seen) => {
      put(
        withObservation(box.current, { key: idempotencyKey(), target, seen }),
      );
      flush();
    },
    retry: key => {
      put(
        box.current.map(one =>
          (key === undefined || one.key === key) && one.state === 'refused'
            ? { ...one, state: 'waiting', message: undefined }
            : one,
        ),
      );
      flush();
    },
    discard: key => put(without(box.current, key)),
  };
}

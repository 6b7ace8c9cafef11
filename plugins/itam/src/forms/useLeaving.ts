import { useEffect, useState } from 'react';
import type { Draft } from './draft/Draft';
import {
  forgetDraft,
  keepDraft,
  type KeptDraft,
  keptDraft,
} from './draft/keptDraft';
import type { DraftState } from './useDraft';

/** A draft that was left before. */
export interface Leaving {
  /** What was left, until the writer has decided. */
  kept?: KeptDraft;
  /** Takes what was left into the form. */
  resume(): void;
  /** Forgets what was left. */
  discard(): void;
}

/**
 * Keeps what is not saved when the page is left by accident: the browser asks
 * before it closes, and a draft that was left is offered again.
 *
 * @param key - What the draft is of
 */
export function useLeaving(
  key: string,
  form: Pick<DraftState, 'draft' | 'dirty' | 'replace'>,
): Leaving {
  const [kept, setKept] = useState(() => keptDraft(key));
  const { draft, dirty } = form;
  useEffect(() => {
    if (!dirty) {
      return undefined;
    }
    keepDraft(key, draft, new Date());
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [key, draft, dirty]);
  const same = (a: Draft, b: Draft) => JSON.stringify(a) === JSON.stringify(b);
  return {
    kept: kept && !dirty && !same(kept.draft, draft) ? kept : undefined,
    resume: () => {
      if (kept) {
        form.replace(kept.draft);
      }
      setKept(undefined);
    },
    discard: () => {
      forgetDraft(key);
      setKept(undefined);
    },
  };
}

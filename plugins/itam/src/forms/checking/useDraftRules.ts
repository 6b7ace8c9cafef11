import { useCallback, useRef, useState } from 'react';

type Rules = typeof import('./rules');

const NO_RULES: Rules = {
  draftProblems: () => [],
  proposedName: () => undefined,
};

/** The rules a draft is checked by; before they are loaded, there are none. */
export interface DraftRules {
  rules: Rules;
  /** The same, also between their loading and the next rendering. */
  latest: { readonly current: Rules };
  load(): Promise<void>;
}

/**
 * The catalog's rules, which are large, and of no use to a form in which
 * nothing is written yet. Where they cannot be loaded, the register checks.
 */
export function useDraftRules(): DraftRules {
  const [rules, setRules] = useState(NO_RULES);
  const latest = useRef(rules);
  const load = useCallback(async () => {
    latest.current = await import('./rules').catch(() => NO_RULES);
    setRules(latest.current);
  }, []);
  return { rules, latest, load };
}

import { useSyncExternalStore } from 'react';

/** As wide as pages that stack what is side by side elsewhere. */
const NARROW = '(max-width: 600px)';

/**
 * Whether the window is as narrow as that of a phone.
 */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrow);
}

function isNarrow(): boolean {
  return window.matchMedia?.(NARROW).matches ?? false;
}

function subscribe(onChange: () => void): () => void {
  const list = window.matchMedia?.(NARROW);
  list?.addEventListener?.('change', onChange);
  return () => list?.removeEventListener?.('change', onChange);
}

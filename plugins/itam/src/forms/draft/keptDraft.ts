import { ITAM_KINDS } from '@backstage-itam/plugin-itam-common';
import type { JsonValue } from '@backstage/types';
import type { Draft } from './Draft';
import { isObject } from './jsonPath';

/** A draft that was left, and when. */
export interface KeptDraft {
  draft: Draft;
  /** ISO instant. */
  at: string;
}

const PREFIX = 'itam/draft/';

/** Keeps a draft for as long as the browser's tab is open. */
export function keepDraft(key: string, draft: Draft, at: Date): void {
  try {
    sessionStorage.setItem(
      PREFIX + key,
      JSON.stringify({ draft, at: at.toISOString() }),
    );
  } catch {
    // A full or closed storage only means that leaving loses the draft.
  }
}

/** Forgets a draft. */
export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept then.
  }
}

/** The draft that was left under this key. */
export function keptDraft(key: string): KeptDraft | undefined {
  try {
    const kept: JsonValue = JSON.parse(
      sessionStorage.getItem(PREFIX + key) ?? 'null',
    );
    if (!isObject(kept) || !isObject(kept.draft)) {
      return undefined;
    }
    const { kind, spec, ...rest } = kept.draft;
    const known = ITAM_KINDS.find(one => one === kind);
    return known && isObject(spec) && typeof kept.at === 'string'
      ? { draft: { ...rest, kind: known, spec }, at: kept.at }
      : undefined;
  } catch {
    return undefined;
  }
}

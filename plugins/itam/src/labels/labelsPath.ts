import type { Paths } from '../ui';

/** Labels that are made at once, at most. */
export const LABELS_AT_MOST = 200;

/**
 * The page that prints labels of records; undefined where the portal has no
 * register page.
 */
export function labelsPath(
  paths: Paths,
  refs: readonly string[],
): string | undefined {
  const register = paths.register();
  const query = new URLSearchParams(
    refs.slice(0, LABELS_AT_MOST).map(ref => ['ref', ref]),
  );
  return register && `${register}/labels?${query}`;
}

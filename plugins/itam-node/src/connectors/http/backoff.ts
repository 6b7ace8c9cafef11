/**
 * How long to wait before a request is tried again.
 *
 * @public
 */
export interface BackoffOptions {
  /** Wait before the second try at most; it doubles with each. */
  firstMs: number;
  /** No wait of our own is longer. */
  mostMs: number;
}

/** A wait that doubles with each try; half of it is by chance. */
export function backoffMs(
  { firstMs, mostMs }: BackoffOptions,
  /** Tries so far, 1 or more. */
  tries: number,
  random: () => number,
): number {
  const bound = Math.min(mostMs, firstMs * 2 ** Math.min(tries - 1, 30));
  return Math.ceil(bound / 2 + (random() * bound) / 2);
}

/**
 * What `Retry-After` says in milliseconds: seconds, or the date until which to
 * wait. Undefined for anything else.
 */
export function retryAfterMs(
  header: string | null,
  now: number,
): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) {
    return Number(text) * 1_000;
  }
  const until = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}

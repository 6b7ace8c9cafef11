const BYTES = 16;

/**
 * A random key of 128 bits in hex, for a write that may be sent twice. Made
 * from random bytes because `crypto.randomUUID` is missing on plain http.
 */
export function idempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

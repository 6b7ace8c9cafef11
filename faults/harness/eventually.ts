import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 100;

/** Tries until it works; then what it gave. Throws the last failure. */
export async function eventually<T>(
  attempt: () => Promise<T>,
  limitMs: number = 60_000,
): Promise<T> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await pause(EVERY_MS);
    }
  }
}

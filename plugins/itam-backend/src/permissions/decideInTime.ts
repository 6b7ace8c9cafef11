import type { PermissionsService } from '@backstage/backend-plugin-api';

/** A person who waits longer has given up. */
const LIMIT_MS = 10_000;

/**
 * Permissions that are decided within ten seconds or not at all: Backstage
 * waits for a permission backend that does not answer for as long as the
 * connection lasts, and so would every request that needs a decision.
 *
 * Its methods throw when time is up; an answer that comes later counts for
 * nothing.
 *
 * @param limitMs - How long is waited for a decision, in milliseconds
 */
export function decideInTime(
  permissions: PermissionsService,
  limitMs: number = LIMIT_MS,
): PermissionsService {
  return {
    authorize: async (requests, options) =>
      await inTime(permissions.authorize(requests, options), limitMs),
    authorizeConditional: async (requests, options) =>
      await inTime(
        permissions.authorizeConditional(requests, options),
        limitMs,
      ),
  };
}

async function inTime<T>(decision: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new Error(
            `The permission backend has not answered for ${limitMs} ms`,
          ),
        ),
      limitMs,
    );
  });
  try {
    return await Promise.race([decision, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}

/** Tries again until the check passes; fails with its last error. */
export async function eventually<T>(
  check: () => Promise<T> | T,
  limitMs = 20_000,
): Promise<T> {
  const endMs = Date.now() + limitMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > endMs) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

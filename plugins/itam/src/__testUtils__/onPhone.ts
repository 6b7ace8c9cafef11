/** Runs a test in a window as narrow as that of a phone. */
export async function onPhone(run: () => Promise<void>): Promise<void> {
  const before = window.matchMedia;
  window.matchMedia = query => ({
    matches: query === '(max-width: 600px)',
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  });
  try {
    await run();
  } finally {
    window.matchMedia = before;
  }
}

/** How long a page has to stay as it is. */
const STILL_MS = 1_000;
const LOOK_EVERY_MS = 200;
const MOST_MS = 30_000;

/** The height of what a page shows, in pixels, and whether it is at work. */
function look() {
  const heights = [
    ...document.querySelectorAll('main, article, #root > *'),
  ].map(element => element.scrollHeight);
  return {
    busy: document.querySelector('[aria-busy="true"]') !== null,
    letters: document.body.innerText.length,
    height: Math.max(document.documentElement.scrollHeight, ...heights),
  };
}

/**
 * Waits until a page has all it loads: nothing in it is busy, and neither its
 * height nor its text has changed for a second. Answers its height in pixels.
 */
export async function settled(page) {
  let seen = await page.evaluate(look);
  let stillMs = 0;
  for (let waitedMs = 0; stillMs < STILL_MS; waitedMs += LOOK_EVERY_MS) {
    if (waitedMs > MOST_MS) {
      throw new Error(`${page.url()} still changes after ${MOST_MS} ms`);
    }
    await page.waitForTimeout(LOOK_EVERY_MS);
    const now = await page.evaluate(look);
    const still =
      !now.busy && now.height === seen.height && now.letters === seen.letters;
    stillMs = still ? stillMs + LOOK_EVERY_MS : 0;
    seen = now;
  }
  return seen.height;
}

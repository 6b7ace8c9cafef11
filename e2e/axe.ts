import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

// The portal's content security policy refuses script tags, so axe is
// evaluated and not added.
const axeSource = readFileSync(require.resolve('axe-core'), 'utf8');

/** One thing axe finds on a page. */
export interface Finding {
  rule: string;
  target: string;
  /** Whether it is inside our elements, or in a dialog that they opened. */
  ours: boolean;
}

/** What axe finds on the page as it is. */
export async function findings(page: Page): Promise<Finding[]> {
  // What is still fading in has no contrast yet.
  await page.evaluate(() =>
    Promise.race([
      Promise.allSettled(
        document
          .getAnimations()
          .filter(
            ({ effect }) => effect?.getComputedTiming().iterations !== Infinity,
          )
          .map(({ finished }) => finished),
      ),
      // What is paused never ends.
      new Promise(resolve => setTimeout(resolve, 700)),
    ]),
  );
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    // @ts-expect-error axe has just been put on the page
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
    });
    const found: { rule: string; target: string; ours: boolean }[] = [];
    for (const violation of violations) {
      for (const node of violation.nodes) {
        const target = node.target.flat().join(' ');
        const element = document.querySelector(node.target.flat()[0]);
        found.push({
          rule: violation.id,
          target,
          ours: Boolean(element?.closest('[data-itam], [role="dialog"]')),
        });
      }
    }
    return found;
  });
}

/** What axe finds inside our elements and the dialogs they open. */
export async function findingsInOurs(page: Page): Promise<Finding[]> {
  return (await findings(page)).filter(({ ours }) => ours);
}

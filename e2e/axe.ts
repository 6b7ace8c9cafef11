import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

// The portal's content security policy refuses script tags, so axe is
// evaluated and not added.
const axeSource = readFileSync(require.resolve('axe-core'), 'utf8');

/** What axe finds inside our elements and the dialogs they open. */
export async function findingsInOurs(
  page: Page,
): Promise<{ rule: string; target: string }[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    // @ts-expect-error axe has just been put on the page
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
    });
    const found: { rule: string; target: string }[] = [];
    for (const violation of violations) {
      for (const node of violation.nodes) {
        const target = node.target.flat();
        const element = document.querySelector(target[0]);
        if (element?.closest('[data-itam], [role="dialog"]')) {
          found.push({ rule: violation.id, target: target.join(' ') });
        }
      }
    }
    return found;
  });
}

import type { Locator } from '@playwright/test';

/**
 * Counts what a person clicks on the way to what they want.
 */
export class Clicks {
  /** How many there were. */
  count = 0;

  /** Clicks, and counts it. */
  async on(target: Locator): Promise<void> {
    await target.click();
    this.count += 1;
  }
}

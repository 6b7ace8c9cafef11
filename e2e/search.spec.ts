import { expect, test } from '@playwright/test';
import { open, signIn } from './portal';

test('finds a record by its serial number in the search of the portal', async ({
  page,
}) => {
  await signIn(page, 'Amir');
  // The index is written anew each minute.
  await expect(async () => {
    await open(page, '/search?query=7KX4M93');
    await expect(
      page.getByRole('link', { name: /Payments database/ }).first(),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 80_000 });
  await page
    .getByRole('link', { name: /Payments database/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/it-assets\/records\/asset\/default\//);
});

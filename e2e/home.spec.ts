import { expect, test } from '@playwright/test';
import { findings } from './axe';
import { open, signIn } from './portal';

test('the portal begins at home, with what concerns its reader', async ({
  page,
}) => {
  await signIn(page, 'Erin');
  await expect(page).toHaveURL(/\/$/);
  await expect(
    page.getByRole('heading', { level: 1, name: 'Home' }),
  ).toBeVisible();
  for (const title of ['Renewals ahead', 'What I hold', "My teams' spend"]) {
    await expect(page.getByText(title, { exact: true })).toBeVisible();
  }
  // Erin's team spends, and its figure opens its page in the organisation.
  await page
    .getByRole('region', { name: 'Payments' })
    .getByRole('link', { name: 'Payments' })
    .click();
  await expect(page).toHaveURL(/ownership\?of=group/);
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.getByRole('link', { name: 'Catalog', exact: true }).click();
  await expect(page).toHaveURL(/\/catalog/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing in our widgets', async ({ page }) => {
      await signIn(page, 'Amir');
      await open(page, '/');
      await expect(page.getByText('Renewals ahead')).toBeVisible();
      expect((await findings(page)).filter(({ ours }) => ours)).toEqual([]);
    });
  });
}

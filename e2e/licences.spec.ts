import { expect, test } from '@playwright/test';
import { euros } from './expected';
import { apiAs, open, portalUrl, signIn } from './portal';

interface Pool {
  product: string;
  balance: number | null;
  unused: number | null;
  reclaimable: number | null;
  trueUp?: { amount: string };
}

async function pool(product: string): Promise<Pool> {
  const api = await apiAs(portalUrl, 'Amir');
  const response = await api.get('/api/itam/licenses/position', {
    params: { q: product },
  });
  const { items } = await response.json();
  return items[0];
}

test('more seats in use than bought are short, with what they cost', async ({
  page,
}) => {
  const jetbrains = await pool('JetBrains');
  expect(jetbrains.balance).toBe(-2);
  const trueUp = euros(jetbrains.trueUp?.amount ?? '');
  expect(trueUp).toMatch(/^€[1-9]/);
  await signIn(page, 'Amir');
  await open(page, '/it-assets/licences');
  const row = page.getByRole('row').filter({ hasText: 'JetBrains' });
  await expect(row).toContainText('10 of 8 used');
  await expect(row).toContainText('−2');
  await expect(row).toContainText('Short');
  await expect(row).toContainText(trueUp);
  await open(page, '/it-assets/records/license/default/jetbrains-all-products');
  const position = page.getByRole('region', { name: 'Licence position' });
  await expect(position).toContainText('2 short');
  await expect(position).toContainText(trueUp);
});

test('seats nobody uses are named with their holders', async ({ page }) => {
  const github = await pool('GitHub Enterprise');
  expect(github.unused).toBeGreaterThan(0);
  const reclaimable = github.reclaimable ?? 0;
  expect(reclaimable).toBeGreaterThan(0);
  await signIn(page, 'Amir');
  await open(page, '/it-assets/licences');
  await page.getByRole('link', { name: 'GitHub Enterprise Cloud' }).click();
  const holders = page.getByRole('table', { name: 'Holders' });
  await expect(holders.getByText('Reclaim', { exact: true })).toHaveCount(
    reclaimable,
  );
  await page.getByText('Only seats not used for 90 days').click();
  await expect(holders.getByRole('row')).toHaveCount(reclaimable + 1);
  await expect(holders).toContainText('Petra Lindqvist');
});

test('what is not measured is not called unused', async ({ page }) => {
  const datadog = await pool('Datadog');
  expect(datadog.unused).toBeNull();
  await signIn(page, 'Amir');
  await open(page, '/it-assets/licences');
  await expect(
    page.getByRole('row').filter({ hasText: 'Datadog' }),
  ).toContainText('Not measured');
  await expect(
    page.getByRole('row').filter({ hasText: 'PostgreSQL' }),
  ).toContainText('Not counted');
});

test('the position is filtered by state and the address keeps it', async ({
  page,
}) => {
  await signIn(page, 'Amir');
  await open(page, '/it-assets/licences');
  await page.getByRole('radio', { name: /^Short/ }).click();
  await expect(page).toHaveURL(/state=short/);
  await expect(page.getByRole('row').filter({ hasText: 'GitHub' })).toHaveCount(
    0,
  );
  await expect(
    page.getByRole('row').filter({ hasText: 'JetBrains' }),
  ).toBeVisible();
});

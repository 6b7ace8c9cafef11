import { expect, test } from '@playwright/test';
import { open, signIn } from './portal';

const records = [
  {
    path: 'asset/default/payments-db-eu1',
    title: 'Payments database server EU1',
    panels: ['Life cycle', 'Cost', 'Identity', 'Owner & services', 'History'],
  },
  {
    path: 'license/default/github-enterprise',
    title: 'GitHub Enterprise Cloud',
    panels: ['Cost', 'History'],
  },
  {
    path: 'contract/default/github-2026',
    title: 'GitHub Enterprise 2026',
    panels: ['Cost', 'History'],
  },
];

for (const { path, title, panels } of records) {
  const [kind, namespace, name] = path.split('/');

  test(`the register's page of a ${kind} shows it`, async ({ page }) => {
    await signIn(page, 'Fiona');
    await open(page, `/it-assets/records/${path}`);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    for (const panel of panels) {
      await expect(
        page.getByRole('region', { name: panel, exact: true }),
      ).toBeVisible();
    }
  });

  test(`the catalog's page of a ${kind} shows the same record`, async ({
    page,
  }) => {
    await signIn(page, 'Fiona');
    await open(page, `/catalog/${namespace}/${kind}/${name}`);
    await expect(
      page.getByRole('heading', { name: title }).first(),
    ).toBeVisible();
    await expect(page.getByRole('region', { name: 'History' })).toBeVisible();
  });
}

test('the register is searched and opened from the list', async ({ page }) => {
  await signIn(page, 'Amir');
  await open(page, '/it-assets/records');
  await page.getByRole('searchbox').fill('payments-db-eu1');
  const link = page.getByRole('link', { name: 'Payments database server EU1' });
  await expect(link).toBeVisible();
  await expect(page).toHaveURL(/payments-db-eu1/);
  await link.click();
  await expect(page.getByRole('region', { name: 'Life cycle' })).toBeVisible();
});

test("a part whose rack is another team's is not called a dangling reference", async ({
  page,
}) => {
  await signIn(page, 'Erin');
  await open(page, '/it-assets/records/asset/default/payments-db-eu1');
  await expect(page.getByRole('link', { name: /^Rack 14/ })).toBeVisible();
  await expect(page.getByText('does not exist')).toHaveCount(0);
});

test('a licence that its contract pays for says so', async ({ page }) => {
  await signIn(page, 'Fiona');
  await open(page, '/it-assets/records/license/default/github-enterprise');
  await expect(page.getByRole('region', { name: 'Cost' })).toContainText(
    'counted in its contract',
  );
});

test('the catalog graph names relations in words', async ({ page }) => {
  await signIn(page, 'Fiona');
  for (const path of [
    '/catalog/default/asset/payments-db-eu1',
    '/catalog/default/component/payments-api',
    '/catalog-graph?rootEntityRefs[]=asset:default/payments-db-eu1&maxDepth=1',
  ]) {
    await open(page, path);
    const graph = page.locator('svg').filter({ hasText: 'Payments' }).first();
    await expect(graph.getByText('used by').first(), path).toBeAttached();
    await expect(graph.getByText('usedBy'), path).toHaveCount(0);
  }
});

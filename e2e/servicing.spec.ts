import { expect, type Page, test } from '@playwright/test';
import { cents, euros } from './expected';
import { apiAs, open, portalUrl, signIn } from './portal';

const ref = 'asset:default/fra1-ups-14';
const recordPath = '/api/itam/records/asset/default/fra1-ups-14';
const title = 'Fan replaced by the browser test';

async function costOfMonth(month: string) {
  const api = await apiAs(portalUrl, 'Amir');
  const response = await api.get('/api/itam/costs', {
    params: { of: ref, from: month, to: month },
  });
  return (await response.json()).total.converted.total;
}

async function costOfOwnership() {
  const api = await apiAs(portalUrl, 'Amir');
  const { ownershipCost } = await (await api.get(recordPath)).json();
  return ownershipCost.total[0].amount;
}

const plus = (amount: string, more: bigint) => {
  const minor = cents(amount) + more;
  return `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;
};

async function takeBack(page: Page) {
  await page.getByRole('button', { name: `Take back: ${title}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Take back' })
    .click();
  await expect(page.getByText(title)).toHaveCount(0);
}

test('a servicing is part of the cost until it is taken back', async ({
  page,
}) => {
  const currentMonth = new Date().toISOString().slice(0, 7);
  const cost = await costOfMonth(currentMonth);
  const owned = await costOfOwnership();
  await signIn(page, 'Amir');
  await open(page, '/it-assets/records/asset/default/fra1-ups-14');
  await page.getByRole('button', { name: 'Add servicing' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What was done').fill(title);
  await dialog.getByLabel('Date').fill(`${currentMonth}-01`);
  await dialog.getByLabel('Cost').fill('123.45');
  await dialog.getByRole('button', { name: 'Record' }).click();
  try {
    await expect(dialog).toHaveCount(0);
    await expect(
      page.getByRole('table', { name: 'Servicing' }).getByRole('row', {
        name: title,
      }),
    ).toContainText('€123.45');
    // The page follows without being opened anew.
    const more = { cost: plus(cost, 12_345n), owned: plus(owned, 12_345n) };
    await expect(
      page.getByRole('table', { name: 'Total cost of ownership' }),
    ).toContainText(euros(more.owned));
    await expect(
      page.getByRole('region', { name: 'Cost', exact: true }),
    ).toContainText(euros(more.cost));
    expect(await costOfMonth(currentMonth)).toBe(more.cost);
  } finally {
    await takeBack(page);
  }
  await expect(
    page.getByRole('table', { name: 'Total cost of ownership' }),
  ).toContainText(euros(owned));
  expect(await costOfMonth(currentMonth)).toBe(cost);
  await expect(page.getByRole('region', { name: 'History' })).toContainText(
    'Servicing taken back',
  );
});

test('a member does not add servicing', async ({ page }) => {
  await signIn(page, 'Erin');
  await open(page, '/it-assets/records/asset/default/payments-db-eu1');
  await expect(page.getByRole('region', { name: 'Servicing' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add servicing' })).toHaveCount(
    0,
  );
});

import { expect, test } from '@playwright/test';
import { apiAs, open, portalUrl, signIn } from './portal';

const DAY_MS = 86_400_000;
const day = (ahead: number) =>
  new Date(Date.now() + ahead * DAY_MS).toISOString().slice(0, 10);

interface Renewal {
  record: { title: string };
  currentAmount?: { amount: string; currency: string };
}

async function renewals(params: Record<string, string>): Promise<Renewal[]> {
  const api = await apiAs(portalUrl, 'Amir');
  const response = await api.get('/api/itam/renewals', { params });
  expect(response.status()).toBe(200);
  return (await response.json()).items;
}

/** As British English writes money of these currencies. */
function written({ amount, currency }: { amount: string; currency: string }) {
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
  }).format(Number(amount));
}

test('the decisions of the next 60 days, with what is at stake', async ({
  page,
}) => {
  const decisions = await renewals({
    from: day(0),
    to: day(60),
    decision: 'true',
  });
  await signIn(page, 'Amir');
  await open(page, '/it-assets/contracts?days=60');
  const panel = page.getByRole('region', { name: 'Renewals ahead' });
  await panel.getByText('Only decisions').click();
  await expect(page).toHaveURL(/decision/);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const table = panel.getByRole('table', { name: 'Renewals ahead' });
  for (const { record, currentAmount } of decisions) {
    const row = table
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: record.title }) });
    await expect(row).toContainText(/Notice by/);
    if (currentAmount) {
      await expect(row).toContainText(written(currentAmount));
    }
  }
  await expect(table.getByText(/^Notice by/)).toHaveCount(decisions.length);
});

test('a renewal leads to its contract with the terms to come', async ({
  page,
}) => {
  await signIn(page, 'Fiona');
  await open(page, '/it-assets/records/contract/default/github-2026');
  const term = page.getByRole('region', { name: 'Term' });
  await expect(term).toContainText('Automatic, 12 months, plus 5%');
  await expect(term).toContainText('US$6,350.40');
});

test('who may not see a contract does not find it in the list', async ({
  page,
}) => {
  const api = await apiAs(portalUrl, 'Otto');
  const response = await api.get('/api/itam/renewals', {
    params: { from: day(-365), to: day(730) },
  });
  expect(await response.text()).not.toContain('github-2026');
  await signIn(page, 'Otto');
  await open(page, '/it-assets/contracts');
  await expect(page.getByText('GitHub Enterprise 2026')).toHaveCount(0);
});

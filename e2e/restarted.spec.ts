import { expect, test } from '@playwright/test';
import { apiAs, open, portalUrl, signIn } from './portal';

// The portal has been stopped and started again on the same data folder.

test('what was known before the restart is known after it', async ({
  page,
}) => {
  const api = await apiAs(portalUrl, 'Fiona');
  const response = await api.get(
    '/api/itam/records/asset/default/payments-db-eu1',
  );
  const { history } = await response.json();
  // Kept, not delivered again: the first entry is from before the restart.
  const first = history[history.length - 1];
  expect(first.action).toMatch(/declare/i);
  const startedAt = Number(process.env.PORTAL_STARTED_AT);
  expect(new Date(first.at).getTime()).toBeLessThan(startedAt);

  await signIn(page, 'Erin');
  await open(page, '/catalog/default/component/payments-api?month=2026-10');
  await expect(
    page.getByRole('region', { name: 'Cost', exact: true }),
  ).toContainText(/€\d/);
});

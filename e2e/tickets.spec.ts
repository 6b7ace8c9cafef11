import { expect, test } from '@playwright/test';
import { apiAs, open, portalUrl, signIn } from './portal';

const service = '/catalog/default/component/payments-api';

test('a service shows cost, contracts and open tickets together', async ({
  page,
}) => {
  await signIn(page, 'Erin');
  await open(page, `${service}/assets-cost?from=2026-10&to=2026-10`);
  await expect(
    page.getByRole('table', { name: 'Records behind the cost' }),
  ).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Ending in the next 90 days' }),
  ).toBeVisible();
  const tickets = page.getByRole('region', { name: 'Open tickets' });
  await expect(tickets.getByRole('list').getByRole('listitem')).toHaveText([
    '2 incidents',
    '1 change',
  ]);
  // What looks like markup is text, and a resolved one is not open.
  await expect(tickets).toContainText('Card payments time out for <Lumen Pay>');
  await expect(tickets).not.toContainText('INC0010011');
});

test('a ticket leads to its tool, in a tab of its own', async ({ page }) => {
  await signIn(page, 'Erin');
  await open(page, service);
  const tickets = page.getByRole('region', { name: 'Open tickets' });
  const link = tickets.getByRole('link', { name: /^INC0010023 in ServiceNow/ });
  await expect(link).toHaveAttribute('rel', /noreferrer/);
  const opened = page.waitForEvent('popup');
  await link.click();
  await expect((await opened).locator('body')).toContainText('INC0010023');
});

test('the address in a ticket leads back to the service', async ({ page }) => {
  await signIn(page, 'Erin');
  await page.goto('/it-assets/ci/servicenow/payments-api');
  await expect(page).toHaveURL(service);
  await expect(
    page.getByRole('region', { name: 'Open tickets' }),
  ).toBeVisible();
  await open(page, '/it-assets/ci/servicenow/nowhere');
  await expect(
    page.getByText('Nothing here is linked to nowhere'),
  ).toBeVisible();
});

test('nobody without a name is told of tickets', async () => {
  const anonymous = await apiAs(portalUrl);
  const answer = await anonymous.get('/api/itam/tickets', {
    params: { node: 'component:default/payments-api' },
  });
  expect(answer.status()).toBe(401);
});

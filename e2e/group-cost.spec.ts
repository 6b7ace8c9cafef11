import { expect, test } from '@playwright/test';
import { cents, euros, workedFigure } from './expected';
import { apiAs, open, portalUrl, signIn } from './portal';

interface Series {
  booked: { currency: string; total: string }[];
  converted: { total: string };
}

for (const basis of ['owned', 'used'] as const) {
  test(`the group's page shows the worked total (${basis})`, async ({
    page,
  }) => {
    const worked = workedFigure('group:default/payments', basis);
    await signIn(page, 'Max');
    await open(
      page,
      `/catalog/default/group/payments/assets-cost?from=2026-10&to=2026-10&by=service&basis=${basis}`,
    );
    const table = page.getByRole('table', { name: 'Records behind the cost' });
    await expect(table.getByRole('row').last()).toContainText(
      euros(worked.convertedEUR),
    );
  });

  test(`a group's total is the sum of its parts and the unallocated rest (${basis})`, async () => {
    const api = await apiAs(portalUrl, 'Fiona');
    for (const of of ['group:default/payments', 'group:default/commerce']) {
      const by = { owned: ['record', 'service'], used: ['record', 'service'] };
      for (const dimension of by[basis]) {
        const response = await api.get('/api/itam/costs', {
          params: { of, basis, from: '2026-01', to: '2026-10', by: dimension },
        });
        const answer: { total: Series; groups: { series: Series }[] } =
          await response.json();
        expect(answer.groups.length).toBeGreaterThan(2);
        for (const { currency, total } of answer.total.booked) {
          const parts = answer.groups
            .flatMap(group => group.series.booked)
            .filter(series => series.currency === currency)
            .map(series => cents(series.total));
          expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(
            cents(total),
          );
        }
        const converted = answer.groups
          .map(group => cents(group.series.converted.total))
          .reduce((sum, part) => sum + part, 0n);
        expect(converted).toBe(cents(answer.total.converted.total));
      }
    }
  });
}

test('all services and the unallocated rest are all owners and the unowned rest', async () => {
  const api = await apiAs(portalUrl, 'Fiona');
  const totals = async (basis: string, by: string) => {
    const response = await api.get('/api/itam/costs', {
      params: { of: 'all', basis, by, from: '2026-01', to: '2026-10' },
    });
    const answer: { groups: { series: Series }[] } = await response.json();
    const sums = new Map<string, bigint>();
    for (const series of answer.groups.flatMap(group => group.series.booked)) {
      const before = sums.get(series.currency) ?? 0n;
      sums.set(series.currency, before + cents(series.total));
    }
    return Object.fromEntries(sums);
  };
  const byService = await totals('used', 'service');
  expect(await totals('owned', 'owner')).toEqual(byService);
  expect(await totals('owned', 'record')).toEqual(byService);
});

test('the team page shows what it owns and spends, and what ends soon', async ({
  page,
}) => {
  await signIn(page, 'Max');
  await open(page, '/catalog/default/group/payments');
  const card = page.getByRole('region', { name: 'Assets & cost of the team' });
  await expect(
    card.getByRole('heading', { name: 'Owned', exact: true }),
  ).toBeVisible();
  await expect(
    card.getByRole('heading', { name: 'Used by its services' }),
  ).toBeVisible();
  await expect(card).toContainText('used by no service (unallocated)');
  await card.getByRole('link', { name: /records in the register/ }).click();
  await expect(page.getByRole('grid').first()).toBeVisible();
});

test("a person's page lists what they hold", async ({ page }) => {
  await signIn(page, 'Erin');
  await open(page, '/catalog/default/user/erin');
  await expect(page.locator('main')).toContainText(/ThinkPad|MacBook|Laptop/i);
});

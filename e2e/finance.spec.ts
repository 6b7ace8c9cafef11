import {
  type APIRequestContext,
  expect,
  type Page,
  test,
} from '@playwright/test';
import { cents, euros } from './expected';
import { apiAs, open, portalUrl, signIn } from './portal';

const service = 'component:default/payments-api';
const team = 'group:default/payments';

/** Answers of the register's API as finance gets them. */
async function finance(path: string, params: Record<string, string> = {}) {
  const api = await apiAs(portalUrl, 'Fiona');
  const response = await api.get(`/api/itam${path}`, { params });
  expect(response.status(), path).toBe(200);
  return response.json();
}

const budgetPath = (year: number) =>
  `/api/itam/budgets/${year}/${encodeURIComponent(team)}`;

/** Months of a text such as 2026-11, so many later. */
function monthPlus(month: string, count: number) {
  const at =
    Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** The signed amounts at the end of a table's rows, in cents. */
async function effectsOf(page: Page, table: string): Promise<bigint[]> {
  const cells = await page
    .getByRole('table', { name: table })
    .locator('tbody tr td:last-child')
    .allInnerTexts();
  return cells.map(signedCents);
}

function signedCents(text: string): bigint {
  const [, sign, amount] = text.match(/([−+]?)€([\d,]+\.\d\d)/) ?? [];
  const minor = cents((amount ?? '').replace(/,/g, ''));
  return sign === '−' ? -minor : minor;
}

const sum = (amounts: readonly bigint[]) =>
  amounts.reduce((total, amount) => total + amount, 0n);

test.describe('comparison', () => {
  test('from the card to what made the cost rise, cause by cause', async ({
    page,
  }) => {
    await signIn(page, 'Erin');
    await open(page, '/catalog/default/component/payments-api?month=2026-03');
    const card = page.getByRole('region', { name: 'Cost', exact: true });
    await card.getByRole('link', { name: /more than Feb 2026/ }).click();
    await expect(page).toHaveURL(/\/finance\/compare/);
    await expect(
      page.getByRole('heading', { name: 'Why the cost differs' }),
    ).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    const effects = page.getByRole('table', {
      name: 'What makes the difference',
    });
    const total = effects.getByRole('row').last();
    await expect(total).toContainText('Difference+€');
    const parts = await effectsOf(page, 'What makes the difference');
    expect(parts.length).toBeGreaterThan(0);
    expect(sum(parts)).toBe(signedCents(await total.innerText()));
  });

  test('effects add up to the difference, of the whole and of each record', async () => {
    for (const params of [
      { of: service, view: 'accrued', from: '2026-03', to: '2026-03' },
      { of: 'all', view: 'accrued', from: '2026-04', to: '2026-06' },
      { of: team, from: '2026-06', to: '2026-06', view: 'invoiced' },
    ]) {
      const months =
        Number(params.to.slice(5)) - Number(params.from.slice(5)) + 1;
      const answer = await finance('/costs/comparison', {
        ...params,
        baseFrom: monthPlus(params.from, -months),
        baseTo: monthPlus(params.to, -months),
      });
      const added = (items: { amount: string }[]) =>
        sum(items.map(item => cents(item.amount)));
      expect(added(answer.effects)).toBe(cents(answer.difference));
      expect(cents(answer.current.total) - cents(answer.base.total)).toBe(
        cents(answer.difference),
      );
      for (const line of answer.lines) {
        expect(added(line.effects), line.key).toBe(cents(line.difference));
      }
      expect(
        sum(
          answer.lines.map((line: { difference: string }) =>
            cents(line.difference),
          ),
        ),
      ).toBe(cents(answer.difference));
    }
  });

  test('who may not see the cost is told so and sees no amount', async ({
    page,
  }) => {
    await signIn(page, 'Otto');
    for (const path of ['', '/compare', '/forecast']) {
      await open(page, `/it-assets/finance${path}?of=${service}`);
      await expect(
        page.getByText(/may not see the cost of/i).first(),
      ).toBeVisible();
      expect(await page.locator('main').last().innerText()).not.toMatch(/€\d/);
    }
  });
});

test('the parts of the forecast add up, month by month', async ({ page }) => {
  const answer = await finance('/forecast', { of: service });
  const parts = ['actual', 'committed', 'expected'].map(
    name => answer[name].converted,
  );
  answer.months.forEach((month: string, at: number) => {
    expect(sum(parts.map(part => cents(part.months[at]))), month).toBe(
      cents(answer.total.converted.months[at]),
    );
    if (month > answer.currentMonth) {
      expect(cents(parts[0].months[at]), month).toBe(0n);
    }
  });
  await signIn(page, 'Erin');
  await open(page, `/it-assets/finance/forecast?of=${service}`);
  const panel = page.getByRole('region', {
    name: 'Actual and forecast by month',
  });
  for (const part of [answer.total.converted, ...parts]) {
    await expect(panel).toContainText(euros(part.total));
  }
});

test.describe('budgets', () => {
  let year: number;

  test.beforeAll(async () => {
    ({ fiscalYear: year } = await finance('/budgets'));
  });

  /** Sets amount and note, whatever version there is. */
  async function setBudget(
    api: APIRequestContext,
    budget: { amount: string; note?: string },
  ) {
    const { headers } = await versionOf(api);
    const { amount, note } = budget;
    const response = await api.put(budgetPath(year), {
      headers,
      data: { amount: { amount, currency: 'EUR' }, view: 'accrued', note },
    });
    expect(response.status()).toBe(200);
  }

  async function versionOf(api: APIRequestContext) {
    const response = await api.get(budgetPath(year));
    const { budget } = await response.json();
    return { budget, headers: { 'If-Match': `"${budget.version}"` } };
  }

  test('finance opens a budget from the list and changes it', async ({
    page,
  }) => {
    const api = await apiAs(portalUrl, 'Fiona');
    const before = (await versionOf(api)).budget;
    await signIn(page, 'Fiona');
    await open(page, '/it-assets/finance/budgets');
    const row = page
      .getByRole('table', { name: 'Budgets' })
      .getByRole('row')
      .filter({ hasText: 'Payments' })
      .filter({ hasText: 'Owned' });
    await expect(row).toContainText(euros(before.amount));
    await row.getByRole('link', { name: 'Payments' }).click();
    await expect(
      page.getByRole('heading', { name: /^Budget of Payments/ }),
    ).toBeVisible();
    try {
      await page.getByRole('button', { name: 'Change' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Amount').fill('160000.00');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog).toHaveCount(0);
      const panel = page.getByRole('region', { name: /^Budget of Payments/ });
      await expect(panel).toContainText('€160,000.00');
      await expect(panel).toContainText('On track');
      const changed = (await versionOf(api)).budget;
      expect(changed.amount).toBe('160000.00');
      expect(changed.version).toBeGreaterThan(before.version);
      expect(cents(changed.variance)).toBe(
        cents(changed.forecast) - cents(changed.amount),
      );
    } finally {
      await setBudget(api, before);
    }
  });

  test('what somebody else changed meanwhile is not overwritten', async ({
    page,
  }) => {
    const api = await apiAs(portalUrl, 'Fiona');
    const before = (await versionOf(api)).budget;
    await signIn(page, 'Fiona');
    await open(
      page,
      `/it-assets/finance/budgets/${year}/${encodeURIComponent(team)}`,
    );
    await page.getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Amount').fill('1.00');
    try {
      await setBudget(api, { ...before, amount: '151000.00' });
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog.getByRole('alert')).toContainText(
        'Somebody changed it meanwhile',
      );
      await dialog.getByRole('button', { name: 'Reload' }).click();
      await expect(
        page.getByRole('region', { name: /^Budget of Payments/ }),
      ).toContainText('€151,000.00');
    } finally {
      await setBudget(api, before);
    }
  });

  test("an engineer sees her team's budgets and may not change them", async ({
    page,
  }) => {
    await signIn(page, 'Erin');
    await open(page, '/it-assets/finance/budgets');
    const table = page.getByRole('table', { name: 'Budgets' });
    await expect(
      table.getByRole('link', { name: 'Payments' }).first(),
    ).toBeVisible();
    await expect(table.getByRole('link', { name: 'Commerce' })).toHaveCount(0);
    await expect(
      page.getByRole('button', { name: 'Set a budget' }),
    ).toHaveCount(0);
    await expect(
      page.getByRole('button', { name: /Change the budget of/ }),
    ).toHaveCount(0);
    const api = await apiAs(portalUrl, 'Erin');
    const { budget, headers } = await versionOf(api);
    const refused = await api.put(budgetPath(year), {
      headers,
      data: {
        amount: { amount: '1.00', currency: 'EUR' },
        view: budget.view,
      },
    });
    expect(refused.status()).toBe(403);
  });
});

test("the depreciation report's closing book value is the asset's", async ({
  page,
}) => {
  const report = await finance('/reports/depreciation', { by: 'record' });
  const line = report.lines.find(
    (one: { ref?: string }) => one.ref === 'asset:default/payments-db-eu1',
  );
  expect(cents(line.openingBook) - cents(line.depreciation)).toBe(
    cents(line.closingBook),
  );
  await signIn(page, 'Fiona');
  await open(page, '/it-assets/finance/depreciation?by=record');
  await expect(
    page
      .getByRole('table', { name: 'Fixed-asset roll-forward' })
      .getByRole('row')
      .filter({ hasText: 'Payments database server EU1' }),
    // Its currency has a column of its own.
  ).toContainText(euros(line.closingBook).replace('€', ''));
  await open(page, '/it-assets/records/asset/default/payments-db-eu1');
  await expect(
    page.getByRole('region', { name: 'Cost', exact: true }),
  ).toContainText(`Book value now${euros(line.closingBook)}`);
});

test('a rate set by hand counts until it is taken back', async ({ page }) => {
  const converted = async () =>
    (await finance('/costs', { of: service, from: '2025-12', to: '2025-12' }))
      .total.converted.total;
  const before = await converted();
  await signIn(page, 'Fiona');
  await open(page, '/it-assets/finance/rates');
  await page.getByRole('button', { name: 'Set a rate' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Date').fill('2025-12-31');
  await dialog.getByLabel('Currency').fill('USD');
  await dialog.getByLabel('Units for one euro').fill('2');
  try {
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
    await expect.poll(converted, { timeout: 60_000 }).not.toBe(before);
    await open(
      page,
      '/it-assets/finance/rates?rateFrom=2025-12&rateTo=2025-12',
    );
    const row = page.getByRole('row').filter({ hasText: 'Set by hand' });
    await expect(row).toContainText('US$2.00');
    await row.getByRole('button', { name: /^Take back/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Take back' })
      .click();
    await expect(row).toHaveCount(0);
  } finally {
    const api = await apiAs(portalUrl, 'Fiona');
    await api.delete('/api/itam/rates', {
      params: { date: '2025-12-31', currency: 'USD' },
    });
  }
  await expect.poll(converted, { timeout: 60_000 }).toBe(before);
});

test('closed months say so until they are opened again with a reason', async ({
  page,
}) => {
  const { currentMonth } = await finance('/forecast', { of: service });
  const last = monthPlus(currentMonth, -1);
  const total = async () =>
    (await finance('/costs', { of: service, from: last, to: last })).total
      .converted.total;
  const before = await total();
  await signIn(page, 'Fiona');
  await open(page, '/it-assets/finance/rates');
  const panel = page.getByRole('region', { name: 'Closed months' });
  await expect(panel).toContainText('No month is closed.');
  try {
    await panel.getByRole('button', { name: 'Close months' }).click();
    const closing = page.getByRole('dialog');
    await closing.getByText('Yes, these months').click();
    await closing.getByRole('button', { name: 'Close months' }).click();
    await expect(closing).toHaveCount(0);
    await expect(panel).toContainText('Closed up to');
    expect((await finance('/closing')).closedThrough).toBe(last);
    await open(page, `/it-assets/finance?of=${service}`);
    await expect(page.getByText(/^Closed up to/)).toBeVisible();
    expect(await total()).toBe(before);

    await open(page, '/it-assets/finance/rates');
    await panel.getByRole('button', { name: 'Open months again' }).click();
    const opening = page.getByRole('dialog');
    await opening.getByRole('button', { name: 'Last closed month' }).click();
    await page.getByRole('option', { name: /open all months/ }).click();
    await opening.getByText('Yes, these months').click();
    await opening.getByRole('button', { name: 'Open months again' }).click();
    await expect(opening).toContainText('Say why months are opened again.');
    await opening.getByLabel('Reason').fill('An invoice came late');
    await opening.getByRole('button', { name: 'Open months again' }).click();
    await expect(opening).toHaveCount(0);
    await expect(panel).toContainText('No month is closed.');
    await expect(panel).toContainText('An invoice came late');
  } finally {
    const { closedThrough, version } = await finance('/closing');
    if (closedThrough) {
      const api = await apiAs(portalUrl, 'Fiona');
      await api.put('/api/itam/closing', {
        headers: { 'If-Match': `"${version}"` },
        data: { closedThrough: null, reason: 'End of the test' },
      });
    }
  }
  expect(await total()).toBe(before);
});

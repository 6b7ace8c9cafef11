import { expect, type Page, test } from '@playwright/test';
import { apiAs, open, portalUrl, signIn } from './portal';

/** Our own names, so that lists of other tests stay as they are. */
const suffix = Date.now().toString(36);

const row = (page: Page, name: string) =>
  page.getByRole('treeitem', { name: new RegExp(`^${name}`) });
const panel = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true });

/** Minor units of an amount as British English writes it. */
const minor = (text: string) => Number(text.replace(/[^\d-]/g, ''));

const CLICKS = 5;

test(`a manager goes from the company to a team and to what nobody owns in ${CLICKS} clicks`, async ({
  page,
}) => {
  await signIn(page, 'Max');
  let clicks = 0;
  const click = async (target: ReturnType<Page['getByRole']>) => {
    clicks += 1;
    await target.click();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  };
  await click(page.getByRole('link', { name: 'IT Assets' }));
  await click(page.getByRole('tab', { name: 'Ownership' }));
  // The whole company is not his to see; the department is.
  await expect(page.getByText(/You may not see the cost of/)).toBeVisible();
  await click(row(page, 'Commerce'));
  await expect(panel(page, 'Commerce')).toContainText('/ month');
  await click(row(page, 'Payments'));
  await expect(page).toHaveURL(/of=group%3Adefault%2Fpayments/);
  const team = panel(page, 'Payments');
  await expect(team.getByRole('heading', { name: /^Budget/ })).toBeVisible();
  await expect(team).toContainText(/\d%.*of/);
  await expect(
    team.getByRole('table', { name: /^Cost by month/ }),
  ).toBeAttached();
  await click(row(page, 'No owner'));
  await expect(panel(page, 'Records of owners that are gone')).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(CLICKS);
});

test('the spend of a department is that of its teams and its own', async ({
  page,
}) => {
  await signIn(page, 'Fiona');
  await open(
    page,
    '/it-assets/ownership?of=group:default/commerce&month=2026-10',
  );
  const parts = panel(page, 'What it is made of');
  await parts.getByRole('button', { name: 'Show as table' }).click();
  const rows = parts.getByRole('table').getByRole('row');
  const amounts = await rows.evaluateAll(all =>
    all.slice(1).map(one => one.children[1]?.textContent ?? ''),
  );
  const total = minor(amounts.pop() ?? '');
  expect(amounts.length).toBeGreaterThan(2);
  expect(amounts.map(minor).reduce((sum, part) => sum + part, 0)).toBe(total);
  await parts.getByRole('link', { name: 'Payments' }).click();
  await expect(row(page, 'Payments')).toHaveAttribute('aria-selected', 'true');
});

test('what nobody owns and what leavers hold leads to the register', async ({
  page,
}) => {
  await signIn(page, 'Amir');
  await open(page, '/it-assets/ownership?of=orphans');
  await expect(
    panel(page, 'Records of owners that are gone').getByRole('link', {
      name: 'UPS of the showroom',
    }),
  ).toBeVisible();
  await row(page, "Leavers' holdings").click();
  const held = panel(page, 'What they hold');
  await expect(held.getByRole('link', { name: /Jonas/ }).first()).toBeVisible();
  await expect(row(page, "Leavers' holdings")).toContainText('3');
  await held.getByRole('link', { name: '3 records in the register' }).click();
  await expect(page).toHaveURL(/records\?assigneeState=unknown/);
  await expect(page.getByText('Holder not in the catalog')).toBeVisible();
});

test('every figure of the overview is that of the list it opens', async ({
  page,
}) => {
  const api = await apiAs(portalUrl, 'Fiona');
  const total = async (path: string, params: URLSearchParams) => {
    const response = await api.get(`/api/itam/${path}?${params}`);
    expect(response.status()).toBe(200);
    const { totalItems }: { totalItems: number } = await response.json();
    return totalItems;
  };
  await signIn(page, 'Fiona');
  await open(page, '/it-assets');
  await expect(page).toHaveURL(/\/it-assets\/overview/);

  const stages = panel(page, 'Life cycle');
  for (const stage of ['Planning', 'Maintenance', 'Decommission']) {
    const item = stages
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: stage }) });
    const href = await item.getByRole('link').getAttribute('href');
    const params = new URL(href ?? '', portalUrl).searchParams;
    expect(await item.innerText()).toContain(
      String(await total('records', params)),
    );
  }
  const kinds = stages.locator('dd a');
  for (let at = 0; at < 3; at++) {
    const href = await kinds.nth(at).getAttribute('href');
    const params = new URL(href ?? '', portalUrl).searchParams;
    expect(await kinds.nth(at).innerText()).toBe(
      String(await total('records', params)),
    );
  }

  const licences = panel(page, 'Licence risk and waste').locator('dd a');
  for (const at of [0, 1]) {
    const href = await licences.nth(at).getAttribute('href');
    const params = new URL(href ?? '', portalUrl).searchParams;
    expect(parseInt(await licences.nth(at).innerText(), 10)).toBe(
      await total('licenses/position', params),
    );
  }

  const findings = panel(page, 'Open findings').locator('dd a');
  const [errors] = await findings.all();
  const href = await errors.getAttribute('href');
  const params = new URL(href ?? '', portalUrl).searchParams;
  expect(await errors.innerText()).toBe(
    String(await total('findings', params)),
  );

  const spend = panel(page, 'Spend by month').locator('dd a').first();
  const amount = await spend.innerText();
  await spend.click();
  await expect(page).toHaveURL(/\/it-assets\/finance/);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(panel(page, 'Cost by month')).toContainText(amount);
});

test('an engineer sees the overview of their team, and is told so', async ({
  page,
}) => {
  await signIn(page, 'Erin');
  await open(page, '/it-assets/overview');
  await expect(
    page.getByText(/These are the figures of Payments/),
  ).toBeVisible();
  const api = await apiAs(portalUrl, 'Erin');
  const response = await api.get('/api/itam/costs', {
    params: { of: 'group:default/payments', basis: 'owned' },
  });
  const { total } = await response.json();
  const year: string = total.converted.total;
  await expect(panel(page, 'Spend by month')).toContainText(
    Number(year).toLocaleString('en-GB', {
      style: 'currency',
      currency: 'EUR',
    }),
  );
});

test('an asset manager settles what tools and ledgers found', async ({
  page,
}) => {
  const software = `Whiteboard ${suffix}`;
  const supplier = `Boards ${suffix} GmbH`;
  const api = await apiAs(portalUrl, 'Amir');
  const lists: [string, object][] = [
    [
      'software',
      { name: software, user: `nobody-${suffix}`, lastSeen: '2026-10-14' },
    ],
    [
      'spend',
      {
        date: '2026-10-10',
        supplier,
        text: 'Twelve seats',
        amount: { amount: '172.80', currency: 'EUR' },
      },
    ],
  ];
  for (const [kind, entry] of lists) {
    const response = await api.post(`/api/itam/discoveries/${kind}`, {
      data: { source: `test-${suffix}`, entries: [entry] },
    });
    expect(response.status()).toBe(200);
  }

  await signIn(page, 'Amir');
  await open(page, `/it-assets/ownership?of=shadow-it&q=${suffix}`);
  const list = panel(page, 'Shadow IT');
  await expect(list.getByRole('row', { name: software })).toContainText(
    '1 user',
  );
  await expect(list.getByRole('row', { name: supplier })).toContainText(
    '€172.80',
  );

  await list.getByRole('link', { name: software }).click();
  await expect(page.getByText(`nobody-${suffix}`)).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('A trial');
  await dialog.getByRole('button', { name: 'Dismiss' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(panel(page, software)).toContainText('A trial');

  await page.getByRole('link', { name: 'Back to the list' }).click();
  await page.getByRole('link', { name: supplier }).click();
  await page.getByRole('button', { name: 'Map…' }).click();
  // Key by key: the list of a field that is filled and left within some 30 ms,
  // as no person does, opens again over the buttons.
  await dialog
    .getByRole('combobox', { name: 'Supplier' })
    .pressSequentially('atlassian', { delay: 30 });
  // Leaves the field, so that its list closes.
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Map', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(panel(page, supplier)).toContainText('Matched');
  await expect(panel(page, supplier)).toContainText('atlassian');

  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page.getByText('No name matches')).toBeVisible();
});

test('who may not deliver lists is not shown what they name', async ({
  page,
}) => {
  await signIn(page, 'Otto');
  await open(page, '/it-assets/ownership?of=shadow-it');
  await expect(
    page.getByText(/You may not see what discovery lists/),
  ).toBeVisible();
});

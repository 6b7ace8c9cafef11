import {
  type APIRequestContext,
  expect,
  type Locator,
  type Page,
  test,
} from '@playwright/test';
import { findingsInOurs } from './axe';
import { apiAs, open, portalUrl, signIn } from './portal';

const stamp = Date.now().toString(36);
const today = new Date().toISOString().slice(0, 10);
const records = '/api/itam/records';
const owner = 'group:default/procurement';
const leaver = 'user:default/wes';

let api: APIRequestContext;
const made: string[] = [];

const pathOf = (ref: string) => `${records}/${ref.replace(':', '/')}`;

/** Registers a record that the tests retire again. */
async function register(
  kind: 'Asset' | 'License',
  name: string,
  title: string,
  spec: object,
): Promise<string> {
  const response = await api.post(records, {
    data: { kind, name: `e2e-${stamp}-${name}`, title, spec },
  });
  expect(response.status(), await response.text()).toBe(201);
  const { record } = await response.json();
  made.push(record.ref);
  return record.ref;
}

async function detailOf(ref: string) {
  return (await api.get(pathOf(ref))).json();
}

const laptop = (number: string, more: object = {}) => ({
  class: 'hardware',
  type: 'laptop',
  owner,
  tag: `E2E-${stamp}-${number}`,
  serialNumber: `SN${stamp}${number}`,
  manufacturer: 'Lenovo',
  model: 'ThinkPad T14 Gen 6',
  vendor: 'bechtle',
  ...more,
});

/** Clicks and counts; typing is not counted. */
function counting() {
  let clicks = 0;
  return {
    click: async (target: Locator) => {
      await target.click();
      clicks += 1;
    },
    get clicks() {
      return clicks;
    },
  };
}

/** Expects that axe finds nothing inside our elements and dialogs. */
async function expectAccessible(page: Page, what: string) {
  expect(await findingsInOurs(page), what).toEqual([]);
}

async function pick(page: Page, scope: Locator, label: RegExp, text: string) {
  await scope.getByLabel(label).first().fill(text);
  await page.getByRole('option', { name: text }).first().click();
}

test.beforeAll(async () => {
  api = await apiAs(portalUrl, 'Amir');
});

test.afterAll(async () => {
  // Amir's token may have run out by now.
  api = await apiAs(portalUrl, 'Amir');
  for (const ref of made) {
    const { record } = await detailOf(ref);
    if (!record.retiredAt) {
      const response = await api.delete(pathOf(ref), {
        headers: { 'If-Match': `"${record.version}"` },
        params: { reason: 'Over' },
      });
      expect(response.status()).toBe(204);
    }
  }
});

test('a laptop is found by part of its serial, with holder, value and warranty: 1 click', async ({
  page,
}) => {
  const year = Number(today.slice(0, 4));
  await register(
    'Asset',
    'found',
    'Laptop to be found',
    laptop('FOUND', {
      stage: 'maintenance',
      status: 'in-use',
      assignee: 'user:default/priya',
      location: 'Berlin',
      inService: today,
      warranty: { until: `${year + 3}-06-30` },
      financials: {
        purchase: { amount: '1740.00', currency: 'EUR', date: today },
        depreciation: { method: 'straight-line', months: 36 },
      },
    }),
  );
  await signIn(page, 'Amir');
  await open(page, '/it-assets/records');
  const user = counting();
  await user.click(page.getByRole('searchbox').first());
  await page.getByRole('searchbox').first().fill(`${stamp}found`.slice(2));
  const row = page.getByRole('row', { name: /Laptop to be found/ });
  await expect(row).toContainText(`SN${stamp}FOUND`);
  await expect(row).toContainText(/Priya/);
  await expect(row).toContainText(`30 Jun ${year + 3}`);
  await expect(row).toContainText(/€1,\d{3}\.\d{2}/);
  expect(user.clicks).toBeLessThanOrEqual(1);
});

test('twenty received laptops go into stock, get labels and a holder: 17 clicks', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const refs: string[] = [];
  for (let at = 1; at <= 20; at += 1) {
    const number = String(at).padStart(2, '0');
    refs.push(
      await register(
        'Asset',
        `new-${number}`,
        `New laptop ${number}`,
        laptop(`NEW${number}`, {
          stage: 'procurement',
          status: 'received',
          expected: today,
          financials: {
            purchase: {
              amount: '1200.00',
              currency: 'EUR',
              date: today,
              order: `PO-${stamp}`,
            },
          },
        }),
      ),
    );
  }
  await signIn(page, 'Amir');
  await open(page, `/it-assets/records?q=E2E-${stamp}-NEW`);
  await expect(page.getByText('20 records', { exact: true })).toBeVisible();
  const user = counting();
  const dialog = page.getByRole('dialog');
  await user.click(page.getByRole('columnheader').first().locator('label'));
  await expect(page.getByText('20 chosen')).toBeVisible();

  await user.click(page.getByRole('button', { name: 'Move on' }));
  await expect(dialog.getByText('20 records will change.')).toBeVisible();
  await expectAccessible(page, 'step of many');
  const toStock = dialog.getByRole('button', { name: 'In stock', exact: true });
  if ((await toStock.count()) < 2) {
    await user.click(dialog.getByRole('button', { name: /Step/ }));
    await user.click(page.getByRole('option', { name: 'In stock' }));
  }
  await dialog.getByLabel('Location').fill('Store Berlin');
  await user.click(toStock.last());
  await expect(dialog.getByText('20 done.')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Close' }).last());
  await expect(
    page.getByRole('row').filter({ hasText: 'In stock' }),
  ).toHaveCount(20);

  await user.click(page.getByRole('link', { name: 'Print labels' }));
  const preview = page.getByRole('group', { name: 'Preview of the labels' });
  await expect(preview.getByRole('article')).toHaveCount(20);
  await expect(preview).toContainText(`E2E-${stamp}-NEW20`);
  await expectAccessible(page, 'labels');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-itam-print] article')).toHaveCount(20);
  await expect(page.locator('[data-itam-print] article').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'IT Assets' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  await page.goBack();
  await expect(page.getByText('20 records', { exact: true })).toBeVisible();
  await user.click(page.getByRole('columnheader').first().locator('label'));
  await user.click(page.getByRole('button', { name: 'Assign' }));
  await pick(page, dialog, /^To/, 'Procurement');
  await user.click(dialog.getByRole('button', { name: 'Assign', exact: true }));
  await expect(dialog.getByText('20 done.')).toBeVisible();
  const { record } = await detailOf(refs[0]);
  expect([record.status, record.assignee.ref]).toEqual(['in-use', owner]);
  // Choosing a name from the list is a click as well.
  expect(user.clicks + 1).toBeLessThanOrEqual(17);
});

test('a person leaves: all comes back, the seat goes on: 5 clicks', async ({
  page,
}) => {
  const held = await register(
    'Asset',
    'leaver',
    'Laptop of the leaver',
    laptop('LEAVE', {
      stage: 'maintenance',
      status: 'in-use',
      assignee: leaver,
      location: 'Berlin',
    }),
  );
  const licence = await register('License', 'seats', 'Seats of the leaver', {
    type: 'subscription',
    product: `Browser test ${stamp}`,
    owner,
    metric: 'named-user',
    quantity: 5,
    term: { start: '2026-01-01' },
    assignments: [{ to: leaver, from: '2026-01-01' }],
  });
  const owned = await register(
    'Asset',
    'owned',
    'Printer the leaver owns',
    laptop('OWNED', {
      type: 'printer',
      owner: leaver,
      stage: 'deployment',
      location: 'Berlin',
    }),
  );
  await signIn(page, 'Amir');
  await open(page, '/catalog/default/user/wes');
  const user = counting();
  await user.click(page.getByRole('button', { name: 'Take everything back' }));
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox', { name: /leaver/ })).toHaveCount(2);
  await expect(dialog.getByText('needs a new owner').first()).toBeVisible();
  await expect(
    dialog.getByRole('link', { name: 'Printer the leaver owns' }),
  ).toBeVisible();
  await expectAccessible(page, 'a person leaves');
  await pick(page, dialog, /Hand the seats on to/, 'Priya');
  await user.click(dialog.getByRole('button', { name: 'Take back' }));
  await expect(dialog.getByText('2 done.')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Close' }).last());
  // Choosing a name from the list is a click as well.
  expect(user.clicks + 1).toBeLessThanOrEqual(5);

  expect((await detailOf(held)).record).toMatchObject({ status: 'in-stock' });
  expect((await detailOf(held)).record.assignee).toBeUndefined();
  const { position } = await detailOf(licence);
  expect(
    position.seats.map((seat: { to: { ref: string }; until?: string }) => [
      seat.to.ref,
      seat.until !== undefined,
    ]),
  ).toEqual(
    expect.arrayContaining([
      [leaver, true],
      ['user:default/priya', false],
    ]),
  );
  expect((await detailOf(owned)).record.owner.ref).toBe(leaver);
});

test('a server is retired and sold, with its loss and the forecast: 6 clicks', async ({
  page,
}) => {
  const ref = await register('Asset', 'server', 'Server to be sold', {
    ...laptop('SERVER', {
      type: 'server',
      model: 'PowerEdge R760',
      stage: 'maintenance',
      status: 'in-use',
      location: 'Berlin',
      services: [],
      assignee: owner,
      inService: today,
      financials: {
        purchase: { amount: '9000.00', currency: 'EUR', date: today },
        depreciation: { method: 'straight-line', months: 48 },
      },
    }),
    services: undefined,
  });
  await signIn(page, 'Amir');
  await open(page, `/it-assets/records/${ref.replace(':', '/')}`);
  const user = counting();
  const dialog = page.getByRole('dialog');
  const steps = page.getByRole('group', { name: 'Next:' });
  await user.click(steps.getByRole('button', { name: 'Out of use' }));
  await user.click(dialog.getByRole('button', { name: 'Out of use' }));
  await expect(dialog.getByText('Fill this in.')).toBeVisible();
  await dialog.getByLabel('Reason').fill('Replaced by a newer one');
  await user.click(dialog.getByRole('button', { name: 'Out of use' }));
  await expect(dialog).toHaveCount(0);

  await user.click(steps.getByRole('button', { name: 'Sold' }));
  await dialog
    .getByLabel('Evidence that data was erased')
    .fill('https://docs.lumen-retail.example/erasure/1');
  await dialog.getByLabel('Proceeds').fill('4000.00');
  const money = dialog.getByRole('region', {
    name: 'What it means in money',
  });
  await expect(money).toContainText('Loss on disposal');
  await expect(money).toContainText('Forecast for the next 12 months');
  await expectAccessible(page, 'a step with its evidence');
  await user.click(dialog.getByRole('button', { name: 'Sold' }));
  await expect(dialog).toHaveCount(0);

  const disposal = page.getByRole('region', { name: 'Disposal', exact: true });
  await expect(disposal).toContainText('€4,000.00');
  await expect(disposal).toContainText('Loss');
  const { spec } = await detailOf(ref);
  expect(spec.disposal).toMatchObject({
    method: 'sold',
    reason: 'Replaced by a newer one',
    erasureEvidence: 'https://docs.lumen-retail.example/erasure/1',
  });
  await user.click(disposal.getByRole('link', { name: 'Open the forecast' }));
  await expect(page).toHaveURL(/finance\/forecast\?of=asset/);
  expect(user.clicks).toBeLessThanOrEqual(6);
});

test('somebody else was first: the page says so and reads it again', async ({
  page,
}) => {
  const ref = await register(
    'Asset',
    'both',
    'Laptop two people change',
    laptop('BOTH', { stage: 'deployment', location: 'Berlin' }),
  );
  await signIn(page, 'Amir');
  await open(page, `/it-assets/records/${ref.replace(':', '/')}`);
  await page.getByRole('button', { name: 'Retire record' }).click();
  const dialog = page.getByRole('dialog');
  const { record } = await detailOf(ref);
  const moved = await api.post(`${pathOf(ref)}/transition`, {
    headers: { 'If-Match': `"${record.version}"` },
    data: { to: 'staging' },
  });
  expect(moved.status()).toBe(200);
  await dialog.getByLabel('Reason').fill('Twice in the register');
  await dialog.getByRole('button', { name: 'Retire record' }).click();
  await expect(
    dialog.getByText(/Somebody changed this record meanwhile/),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Reload' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Life cycle' })).toContainText(
    'Staging',
  );
});

test('a member is offered no change', async ({ page }) => {
  await signIn(page, 'Erin');
  await open(page, '/it-assets/records/asset/default/payments-db-eu1');
  await expect(page.getByText(/declared in Git/)).toBeVisible();
  for (const name of ['Assign', 'Return', 'Retire record', 'Restore']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(
      0,
    );
  }
});

test.describe('dark theme', () => {
  test.use({
    colorScheme: 'dark',
    contextOptions: { reducedMotion: 'reduce' },
  });

  test('axe finds nothing in the dialogs and pages', async ({ page }) => {
    const ref = await register(
      'Asset',
      'dark',
      'Laptop in the dark',
      laptop('DARK', { stage: 'deployment', location: 'Berlin' }),
    );
    await signIn(page, 'Amir');
    await open(page, `/it-assets/records/${ref.replace(':', '/')}`);
    await expectAccessible(page, 'record');
    for (const name of ['Assign', 'Retire record', 'Out of use']) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, name);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await open(page, `/it-assets/records/labels?ref=${ref}&size=a4-3x8`);
    await expectAccessible(page, 'labels');
    await open(page, `/it-assets/records?q=E2E-${stamp}-DARK`);
    await page.getByRole('button', { name: 'More filters' }).click();
    await page
      .getByRole('row', { name: /in the dark/ })
      .locator('label')
      .first()
      .click();
    await expect(page.getByText('1 chosen')).toBeVisible();
    await expectAccessible(page, 'register with a chosen record');
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'export');
  });
});

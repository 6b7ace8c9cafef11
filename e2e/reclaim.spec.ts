import { expect, test } from '@playwright/test';
import { findingsInOurs } from './axe';
import { Clicks } from './clicks';
import { apiAs, open, portalUrl, signIn } from './portal';

const DAY_MS = 86_400_000;
const SEATS = 12;
const UNUSED = 10;
const PRODUCT = 'E2E Whiteboard';
const day = (ago: number) =>
  new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);
const holder = (index: number) => `user:default/e2e-holder-${index}`;

let ref: string;

const path = () => `/api/itam/records/${ref.replace(':', '/')}`;

async function amir() {
  return apiAs(portalUrl, 'Amir');
}

async function version(): Promise<number> {
  const api = await amir();
  return (await (await api.get(path())).json()).record.version;
}

test.beforeAll(async () => {
  const api = await amir();
  const created = await api.post('/api/itam/records', {
    data: {
      kind: 'License',
      title: PRODUCT,
      spec: {
        type: 'subscription',
        product: PRODUCT,
        metric: 'named-user',
        owner: 'user:default/amir',
        quantity: SEATS,
        // What is retired keeps its past cost: there is to be little of it.
        term: { start: day(0) },
        financials: {
          price: {
            amount: '8.00',
            currency: 'EUR',
            per: 'unit',
            every: 'month',
          },
        },
      },
    },
  });
  expect([created.status(), await created.text()]).toEqual([
    201,
    expect.anything(),
  ]);
  const { record } = await created.json();
  ref = record.ref;
  const assigned = await api.post(`${path()}/assignments`, {
    headers: { 'If-Match': `"${record.version}"` },
    data: {
      to: Array.from({ length: SEATS }, (_, index) => holder(index)),
      from: day(200),
    },
  });
  expect([assigned.status(), await assigned.text()]).toEqual([
    200,
    expect.anything(),
  ]);
  const used = await api.post(`${path()}/usage`, {
    data: {
      measurements: Array.from({ length: SEATS }, (_, index) => ({
        kind: 'seat',
        date: day(index < UNUSED ? 120 : 3),
        holder: holder(index),
      })),
    },
  });
  expect([used.status(), await used.text()]).toEqual([200, expect.anything()]);
});

test.afterAll(async () => {
  if (ref) {
    const api = await amir();
    const retired = await api.delete(path(), {
      headers: { 'If-Match': `"${await version()}"` },
      params: { reason: 'Over' },
    });
    expect(retired.status()).toBe(204);
  }
});

test('ten seats nobody used for 90 days are reclaimed in one go: at most 8 clicks', async ({
  page,
}) => {
  await signIn(page, 'Amir');
  const clicks = new Clicks();
  await clicks.on(page.getByRole('link', { name: 'IT Assets' }));
  await clicks.on(page.getByRole('tab', { name: 'Licences' }));
  await clicks.on(page.getByRole('radio', { name: /^Unused/ }));
  await expect(page).toHaveURL(/state=unused/);
  await page.getByRole('searchbox').fill(PRODUCT);
  await expect(page).toHaveURL(/q=/);
  await clicks.on(page.getByRole('link', { name: PRODUCT }));
  const holders = page.getByRole('table', { name: 'Holders' });
  await expect(holders.getByRole('row')).toHaveCount(SEATS + 1);
  await clicks.on(page.getByText('Only seats not used for 90 days'));
  await expect(page).toHaveURL(/unused=90/);
  await expect(holders.getByRole('row')).toHaveCount(UNUSED + 1);
  await clicks.on(page.getByText(`Select all ${UNUSED} seats shown`));
  await clicks.on(
    page.getByRole('button', { name: `Reclaim ${UNUSED} seats` }),
  );
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(
    'At €8.00 per seat and month that is €80.00 a month, €960.00 a year.',
  );
  expect(await findingsInOurs(page)).toEqual([]);
  const requests: string[] = [];
  page.on('request', request => {
    if (request.method() === 'POST' && request.url().includes('/assignments/'))
      requests.push(request.url());
  });
  await clicks.on(
    dialog.getByRole('button', { name: `Reclaim ${UNUSED} seats` }),
  );
  await expect(page.getByText(`${UNUSED} seats were reclaimed.`)).toBeVisible();
  expect(requests).toHaveLength(1);
  expect(clicks.count).toBeLessThanOrEqual(8);

  const api = await amir();
  const range = await api.get('/api/itam/licenses/position/range', {
    params: { license: ref },
  });
  const { pool } = await range.json();
  expect([pool.assigned, pool.reclaimable]).toEqual([SEATS - UNUSED, 0]);
});

test('somebody else was first: nothing is reclaimed, and the page says so', async ({
  page,
}) => {
  await signIn(page, 'Amir');
  await open(page, `/it-assets/licences?pool=${ref}`);
  await page
    .locator('label')
    .filter({
      has: page.getByRole('checkbox', {
        name: 'Select the seat of e2e-holder-10',
      }),
    })
    .click();
  const api = await amir();
  const assigned = await api.post(`${path()}/assignments`, {
    headers: { 'If-Match': `"${await version()}"` },
    data: { to: [holder(0)] },
  });
  expect(assigned.status()).toBe(200);
  await page.getByRole('button', { name: 'Reclaim 1 seat' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Reclaim 1 seat' })
    .click();
  await expect(page.getByRole('alert')).toContainText(
    'somebody changed it meanwhile',
  );
  const holders = page.getByRole('table', { name: 'Holders' });
  await expect(holders.getByRole('row')).toHaveCount(4);
});

test('a seat is given to somebody else from the record', async ({ page }) => {
  await signIn(page, 'Amir');
  await open(page, `/it-assets/records/${ref.replace(':', '/')}`);
  const seats = page.getByRole('region', { name: 'Seats' });
  await seats.getByRole('button', { name: 'Assign seats' }).click();
  const dialog = page.getByRole('dialog');
  const who = dialog.getByRole('combobox', { name: 'Name or reference' });
  await who.fill('Erin');
  await page.getByRole('option', { name: /Erin/ }).first().click();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Assign 1 seat' }).click();
  await expect(seats.getByText('1 seat was assigned.')).toBeVisible();
  await expect(
    seats.getByRole('row').filter({ hasText: 'Erin' }),
  ).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing in the seats', async ({ page }) => {
      await signIn(page, 'Amir');
      for (const address of [
        `/it-assets/licences?pool=${ref}`,
        `/it-assets/records/${ref.replace(':', '/')}`,
      ]) {
        await open(page, address);
        expect(await findingsInOurs(page), address).toEqual([]);
      }
    });
  });
}

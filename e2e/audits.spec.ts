import { type APIRequestContext, expect, test } from '@playwright/test';
import { apiAs, open, portalUrl, signIn } from './portal';

const place = 'Frankfurt DC1 / rack 15';
const phone = { width: 390, height: 844 };
const mostTouches = 8;

/** Sees everything in the place, so that no record is missing afterwards. */
async function seeEverything(api: APIRequestContext) {
  const created = await api.post('/api/itam/audits', {
    data: {
      name: `Recount ${Date.now()}`,
      scope: { kind: 'Asset', location: place },
    },
  });
  const { id } = await created.json();
  const { items } = await (
    await api.get(`/api/itam/audits/${id}/items`)
  ).json();
  for (const { ref } of items) {
    await api.post(`/api/itam/audits/${id}/items`, {
      data: { ref, outcome: 'found' },
    });
  }
  const { version } = await (await api.get(`/api/itam/audits/${id}`)).json();
  const closed = await api.post(`/api/itam/audits/${id}/close`, {
    data: { apply: false },
    headers: { 'If-Match': `"${version}"` },
  });
  expect(closed.ok()).toBe(true);
}

test.describe('on a phone', () => {
  test(`Run an audit of one location on a phone-sized screen, with discrepancies as the outcome: ${mostTouches} touches at most`, async ({
    page,
  }) => {
    const unknown = `CN-${Date.now()}`;
    let touches = 0;
    const touch = async (name: string | RegExp) => {
      touches += 1;
      await page.getByRole('button', { name, exact: true }).click();
    };
    await signIn(page, 'Amir');
    // A phone has no links at the side, which signing in waits for.
    await page.setViewportSize(phone);
    await open(page, '/it-assets/audits');

    await touch('Open an audit');
    await page.getByLabel(/^Name/).fill(`Rack 15, ${unknown}`);
    await page.getByRole('combobox', { name: /^Place/ }).fill(place);
    await expect(page.getByText('It will expect 4 records.')).toBeVisible();
    await page.keyboard.press('Tab');
    // The list of places hides all else while it is open.
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await touch('Open audit');

    const scan = page.getByLabel('Tag or serial number');
    await expect(page.getByText('0 of 4 found')).toBeVisible();
    touches += 1;
    await scan.click();
    // A scanner types the code and ends with Enter.
    for (const code of ['HW-000133', 'hw-000151', unknown]) {
      await page.keyboard.type(code);
      await page.keyboard.press('Enter');
    }
    await expect(page.getByText('2 of 4 found')).toBeVisible();
    await expect(
      page.getByText(`${unknown} is not expected here. Noted as unexpected.`),
    ).toBeVisible();
    await expect(scan).toBeFocused();

    await touch('Details of Container host 1');
    await page.getByLabel('Found at').fill(`${place} / U8`);
    await touch('Note it');
    await expect(page.getByText(`Found at ${place} / U8`)).toBeVisible();
    await touch('Not found: Container host 2');
    await expect(page.getByText('Saving')).toHaveCount(0);
    // Nothing needs scrolling sideways.
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth),
    ).toBeLessThanOrEqual(phone.width);

    await touch('Close the audit');
    await expect(page.getByText('1 item is undecided.')).toBeVisible();
    await expect(
      page.getByRole('checkbox', { name: /Write what was seen/ }),
    ).not.toBeChecked();
    await touch('Close audit');

    for (const outcome of [
      'All that differ 4',
      'Missing 1',
      'Misplaced 1',
      'Unexpected 1',
      'Not checked 1',
    ]) {
      await expect(
        page.getByRole('button', { name: outcome, exact: true }),
      ).toBeVisible();
    }
    expect(touches).toBeLessThanOrEqual(mostTouches);

    await seeEverything(await apiAs(portalUrl, 'Amir'));
  });

  test('what is ticked without reception is sent once there is some', async ({
    page,
  }) => {
    const api = await apiAs(portalUrl, 'Amir');
    const created = await api.post('/api/itam/audits', {
      data: {
        name: `Cellar ${Date.now()}`,
        scope: { kind: 'Asset', location: place },
      },
    });
    const { id } = await created.json();
    await signIn(page, 'Amir');
    // A phone has no links at the side, which signing in waits for.
    await page.setViewportSize(phone);
    await open(page, `/it-assets/audits/${id}`);
    // Reception ends once the list is there.
    const found = page.getByRole('button', {
      name: 'Found: Backup storage',
      exact: true,
    });
    await expect(found).toBeVisible();
    await page.route('**/api/itam/**', route => route.abort());
    await found.click();
    await expect(
      page.getByText('Not saved yet', { exact: true }),
    ).toBeVisible();
    await expect(page.getByText('1 of 4 found')).toBeVisible();

    await page.unroute('**/api/itam/**');
    await page.reload();
    await expect(page.getByText('1 of 4 found')).toBeVisible();
    await expect(page.getByText(/not saved yet|Saving/i)).toHaveCount(0);
    const audit = await (await api.get(`/api/itam/audits/${id}`)).json();
    expect(audit.outcomes).toContainEqual({ outcome: 'found', items: 1 });
  });
});

test('a finding is set aside until a day with a reason, and taken up again', async ({
  page,
}) => {
  await signIn(page, 'Amir');
  await open(
    page,
    '/it-assets/audits/findings?record=asset:default/postgresql-payments&severity=error',
  );
  await page.getByRole('button', { name: 'In use without support' }).click();
  await page.getByRole('button', { name: 'Set aside', exact: true }).click();
  await page.getByLabel(/^Reason/).fill('Upgrade is planned');
  await page.getByRole('button', { name: 'Set aside', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Upgrade is planned').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Take up again' }).click();
  await page.getByLabel(/^Reason/).fill('It cannot wait');
  await page.getByRole('button', { name: 'Take up again' }).click();
  await expect(dialog.getByText('It cannot wait').first()).toBeVisible();
  await dialog
    .getByRole('button', { name: 'Close', exact: true })
    .last()
    .click();
  await expect(
    page.getByRole('button', { name: 'In use without support' }),
  ).toBeVisible();
});

test('a team sees what needs attention of what it owns', async ({ page }) => {
  const api = await apiAs(portalUrl, 'Erin');
  const { totalItems } = await (
    await api.get('/api/itam/findings', {
      params: { owner: 'group:default/payments', limit: 1 },
    })
  ).json();
  expect(totalItems).toBeGreaterThan(1);
  await signIn(page, 'Erin');
  await open(page, '/catalog/default/group/payments');
  await page
    .getByRole('link', { name: `Open all ${totalItems} findings` })
    .click();
  await expect(
    page.getByText(`${totalItems} findings`, { exact: true }),
  ).toBeVisible();
});

test('who may not run audits is told so, and sees findings', async ({
  page,
}) => {
  await signIn(page, 'Erin');
  await open(page, '/it-assets/audits');
  await expect(page.getByText(/You may not run audits/)).toBeVisible();
  await page.getByRole('link', { name: 'Policies' }).click();
  await expect(
    page.getByRole('region', { name: 'Maintenance and upgrades' }),
  ).toBeVisible();
});

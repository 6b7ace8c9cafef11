import { readFileSync } from 'node:fs';
import { expect, type Page, request, test } from '@playwright/test';
import { findingsInOurs } from './axe';
import { Clicks } from './clicks';
import { cents, euros } from './expected';
import { apiAs, open, type Persona, portalUrl, signIn } from './portal';

const DAY_MS = 86_400_000;
const day = (ahead: number) =>
  new Date(Date.now() + ahead * DAY_MS).toISOString().slice(0, 10);

/** The register's answer to somebody. */
async function asked(
  persona: Persona,
  path: string,
  params: Record<string, string> = {},
) {
  const api = await apiAs(portalUrl, persona);
  const response = await api.get(`/api/itam${path}`, { params });
  expect(response.status(), path).toBe(200);
  return response.json();
}

/** Saves the file behind a button and says what is in it. */
async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await download.path());
}

test('what has to be decided in 60 days, what it costs, and into the calendar: at most 8 clicks', async ({
  page,
}) => {
  const name = 'E2E decisions';
  const { items: decisions } = await asked('Amir', '/renewals', {
    from: day(0),
    to: day(60),
    decision: 'true',
  });
  expect(decisions.length).toBeGreaterThan(0);
  await signIn(page, 'Amir');
  const clicks = new Clicks();
  try {
    await clicks.on(page.getByRole('link', { name: 'IT Assets' }));
    await clicks.on(page.getByRole('tab', { name: 'Contracts' }));
    await clicks.on(page.getByRole('radio', { name: '60 days' }));
    await clicks.on(page.getByText('Only decisions'));
    await expect(page).toHaveURL(/days=60&decision=true/);
    const table = page.getByRole('table', { name: 'Renewals ahead' });
    await expect(table.getByText(/^Notice by/)).toHaveCount(decisions.length);
    for (const { record, nextAmount, daysLeft } of decisions) {
      const row = table
        .getByRole('row')
        .filter({ has: page.getByRole('link', { name: record.title }) });
      await expect(row).toContainText(
        daysLeft === 0 ? 'today' : new RegExp(`${daysLeft} days?`),
      );
      if (nextAmount) {
        const { amount, currency } = nextAmount;
        await expect(row).toContainText(
          new Intl.NumberFormat('en-GB', {
            style: 'currency',
            currency,
          }).format(Number(amount)),
        );
      }
    }
    const calendar = page.getByRole('region', {
      name: 'Calendar of deadlines',
    });
    await expect(calendar.locator('button')).toHaveCount(
      new Set(decisions.map(({ dueOn }: { dueOn: string }) => dueOn)).size,
    );

    await clicks.on(page.getByRole('button', { name: 'Put into my calendar' }));
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('The address is a secret');
    await dialog.getByLabel('Name of the device or program').fill(name);
    await clicks.on(dialog.getByRole('button', { name: 'Make an address' }));
    const address = dialog.getByLabel(`Address of ${name}`);
    await expect(address).toBeVisible();
    await clicks.on(dialog.getByRole('button', { name: 'Copy' }));
    expect(clicks.count).toBeLessThanOrEqual(8);

    // A calendar program has no session, only the address.
    const program = await request.newContext();
    const feed = await program.get(await address.inputValue());
    expect(feed.status()).toBe(200);
    expect(feed.headers()['content-type']).toContain('text/calendar');
    expect(await feed.text()).toContain('BEGIN:VCALENDAR');
    await expect(
      dialog.getByRole('link', { name: 'Open in my calendar program' }),
    ).toHaveAttribute('href', /^webcal:\/\/.*renewals\.ics\?token=/);

    await dialog.getByRole('button', { name: `Revoke ${name}` }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Revoke', exact: true })
      .click();
    await expect(page.getByText('You have no address yet.')).toBeVisible();
    expect((await program.get(feed.url())).status()).toBe(404);
  } finally {
    const api = await apiAs(portalUrl, 'Amir');
    const { items } = await asked('Amir', '/calendar-tokens');
    for (const token of items) {
      if (token.name === name) {
        await api.delete(`/api/itam/calendar-tokens/${token.id}`);
      }
    }
  }
});

test('why the cost of a service rose, from its page: 1 click', async ({
  page,
}) => {
  await signIn(page, 'Erin');
  await open(page, '/catalog/default/component/payments-api?month=2026-03');
  const clicks = new Clicks();
  const card = page.getByRole('region', { name: 'Cost', exact: true });
  await clicks.on(card.getByRole('link', { name: /more than Feb 2026/ }));
  await expect(
    page.getByRole('heading', { name: 'Why the cost differs' }),
  ).toBeVisible();
  const effects = page.getByRole('table', {
    name: 'What makes the difference',
  });
  await expect(effects.getByRole('row').last()).toContainText('Difference+€');
  expect(clicks.count).toBeLessThanOrEqual(1);
});

test('two quarters compared supplier by supplier and saved: at most 8 clicks', async ({
  page,
}) => {
  await signIn(page, 'Fiona');
  const clicks = new Clicks();
  await clicks.on(page.getByRole('link', { name: 'IT Assets' }));
  await clicks.on(page.getByRole('tab', { name: 'Finance' }));
  await clicks.on(
    page.getByRole('navigation', { name: 'Finance' }).getByText('Compare'),
  );
  await clicks.on(page.getByRole('button', { name: /Comparison/ }));
  await clicks.on(page.getByRole('option', { name: 'Two quarters' }));
  await clicks.on(page.getByRole('radio', { name: 'By supplier' }));
  await expect(page).toHaveURL(/by=supplier/);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const shown = new URL(page.url()).searchParams;
  const answer = await asked('Fiona', '/costs/comparison', {
    of: 'all',
    by: 'supplier',
    from: shown.get('from') ?? '',
    to: shown.get('to') ?? '',
    baseFrom: shown.get('baseFrom') ?? '',
    baseTo: shown.get('baseTo') ?? '',
  });
  const sum = answer.lines.reduce(
    (total: bigint, line: { current: string }) => total + cents(line.current),
    0n,
  );
  expect(sum).toBe(cents(answer.current.total));
  const table = page.getByRole('table', {
    name: 'Suppliers behind the difference',
  });
  const first = answer.lines.find(({ key }: { key: string }) => key !== 'none');
  await expect(
    table.getByRole('row').filter({
      has: page.getByRole('link', { name: first.title, exact: true }),
    }),
  ).toContainText(euros(first.current));
  await expect(table.getByRole('row').last()).toContainText(
    euros(answer.current.total),
  );

  const csv = (await saved(page, 'Download CSV')).toString('utf8');
  clicks.count += 1;
  expect(csv.trim().split('\n')).toHaveLength(answer.lines.length + 1);
  const workbook = await saved(page, 'Download Excel');
  clicks.count += 1;
  expect(workbook.subarray(0, 2).toString()).toBe('PK');
  expect(clicks.count).toBeLessThanOrEqual(8);
});

test('a supplier with its spend, renewals, risks and records', async ({
  page,
}) => {
  const { items } = await asked('Amir', '/suppliers', { vendor: 'github' });
  const [github] = items;
  const costs = await asked('Fiona', '/costs', { of: 'supplier:github' });
  await signIn(page, 'Fiona');
  await open(page, '/it-assets/contracts/suppliers');
  const row = page.getByRole('row').filter({
    has: page.getByRole('link', { name: 'GitHub', exact: true }),
  });
  await expect(row).toContainText(euros(costs.total.converted.total));
  await row.getByRole('link', { name: 'GitHub', exact: true }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'GitHub' }),
  ).toBeVisible();
  const records = page.getByRole('region', { name: 'Records' });
  await expect(
    records.getByRole('radio', { name: `Contracts ${github.contracts}` }),
  ).toBeChecked();
  await expect(
    page.getByRole('region', { name: 'Spend by month' }),
  ).toContainText(euros(costs.total.converted.total));
  await page.getByRole('radio', { name: 'Invoiced' }).click();
  const invoiced = await asked('Fiona', '/costs', {
    of: 'supplier:github',
    view: 'invoiced',
  });
  await expect(
    page.getByRole('region', { name: 'Spend by month' }),
  ).toContainText(euros(invoiced.total.converted.total));
});

test('who may not see costs sees no amount of a supplier', async ({ page }) => {
  await signIn(page, 'Otto');
  await open(page, '/it-assets/contracts/suppliers');
  expect(await page.locator('main').last().innerText()).not.toMatch(
    /[€£$]\s?\d/,
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing in suppliers, the calendar and the comparison', async ({
      page,
    }) => {
      await signIn(page, 'Fiona');
      for (const path of [
        '/it-assets/contracts',
        '/it-assets/contracts/suppliers',
        '/it-assets/contracts/suppliers/github',
        '/it-assets/finance/compare?by=supplier',
      ]) {
        await open(page, path);
        expect(await findingsInOurs(page), path).toEqual([]);
      }
      await open(page, '/it-assets/contracts');
      await page.getByRole('button', { name: 'Put into my calendar' }).click();
      await expect(page.getByText('You have no address yet.')).toBeVisible();
      expect(await findingsInOurs(page), 'calendar dialog').toEqual([]);
    });
  });
}

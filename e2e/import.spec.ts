import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type APIRequestContext,
  expect,
  type Locator,
  type Page,
  test,
} from '@playwright/test';
import { findings } from './axe';
import { apiAs, open, portalUrl, signIn } from './portal';

// Twenty laptops as their supplier lists them: semicolons, decimal commas,
// German headers and dates, a day that does not exist and a status nobody knows.
const file = join(__dirname, 'received-laptops.csv');

/** Clicks from the page of imports until the records are written. */
const CLICKS_TO_IMPORT = 14;
/** Clicks from there until they are taken back. */
const CLICKS_TO_UNDO = 2;

async function totalRecords(api: APIRequestContext, q?: string) {
  const response = await api.get('/api/itam/records', {
    params: { limit: 1, ...(q ? { q } : {}) },
  });
  return (await response.json()).totalItems;
}

/** Counts clicks, so that the way does not get longer unnoticed. */
function clicker() {
  let clicks = 0;
  return {
    click: async (target: Locator) => {
      await target.click();
      clicks += 1;
    },
    count: () => clicks,
  };
}

const rowsOf = (page: Page) =>
  page.getByRole('table', { name: 'Rows of the file' }).locator('tbody tr');
const count = (page: Page, name: string) =>
  page.getByRole('radio', { name, exact: true });

test(`a messy spreadsheet is imported in ${CLICKS_TO_IMPORT} clicks and taken back in ${CLICKS_TO_UNDO}`, async ({
  page,
}) => {
  const api = await apiAs(portalUrl, 'Amir');
  const before = await totalRecords(api);
  const { click, count: clicks } = clicker();
  const button = (name: string) => page.getByRole('button', { name });
  await signIn(page, 'Amir');
  await open(page, '/it-assets/import');

  const picker = page.waitForEvent('filechooser');
  await click(button('Choose a file'));
  await (await picker).setFiles(file);
  await expect(count(page, 'Errors: 20')).toBeVisible();

  await expect(
    page.getByRole('heading', { name: 'received-laptops.csv' }),
  ).toBeVisible();

  // How the file is written.
  await click(button('Read them as DD.MM.YYYY'));
  await expect(count(page, 'Create: 16')).toBeVisible();
  await click(button('1.234,56 (comma)'));
  await expect(count(page, 'Create: 18')).toBeVisible();

  // Its foreign header.
  await expect(
    page.getByText('Columns that are left out: Inventar-Nr., Bemerkung'),
  ).toBeVisible();
  await click(button('Choose their fields'));
  await click(button('Field of Inventar-Nr.'));
  await click(page.getByRole('option', { name: 'Inventory tag' }));
  await click(button('Check again'));
  await expect(count(page, 'Create: 18')).toBeVisible();
  await expect(count(page, 'Errors: 2')).toBeVisible();

  // The two rows that are wrong.
  const dialog = page.getByRole('dialog');
  await expect(rowsOf(page)).toHaveCount(20);
  await click(button('Correct line 8'));
  const date = dialog.getByRole('textbox', { name: 'Purchase Date' });
  await expect(dialog).toContainText('a date that exists');
  await date.fill('03.11.2026');
  await click(dialog.getByRole('button', { name: 'Save and check' }));
  await expect(page.getByText('Line 8 is saved: Create.')).toBeVisible();
  await click(button('Correct line 15'));
  await dialog.getByRole('textbox', { name: 'Status' }).fill('Ready to Deploy');
  await click(dialog.getByRole('button', { name: 'Save and check' }));
  await expect(page.getByText('Line 15 is saved: Create.')).toBeVisible();
  await expect(count(page, 'Create: 20')).toBeVisible();

  await click(button('Go on to import'));
  await expect(page.getByText('20 records will be created.')).toBeVisible();
  await click(button('Import 20 records'));
  await click(dialog.getByRole('button', { name: 'Write' }));
  await expect(count(page, 'Created: 20')).toBeVisible();
  expect(clicks()).toBeLessThanOrEqual(CLICKS_TO_IMPORT);

  // In the register, with what the file says.
  const address = page.url();
  expect(await totalRecords(api)).toBe(before + 20);
  await page.getByRole('link', { name: 'Laptop LN-2107' }).click();
  await expect(page.getByRole('region', { name: 'Identity' })).toContainText(
    'LN-2107',
  );
  await expect(
    page.getByRole('region', { name: 'Cost', exact: true }),
  ).toContainText('€1,740.00');

  await open(page, address.replace(portalUrl, ''));
  await click(button('Take the import back'));
  await expect(dialog).toContainText('20 records it created are retired.');
  await click(dialog.getByRole('button', { name: 'Take back' }));
  await expect(count(page, 'Taken back: 20')).toBeVisible();
  expect(clicks()).toBeLessThanOrEqual(CLICKS_TO_IMPORT + CLICKS_TO_UNDO);
  await expect(page.getByText('Everything is taken back.')).toBeVisible();
  expect(await totalRecords(api)).toBe(before);
  expect(await totalRecords(api, 'LN-2107')).toBe(0);

  // The list has it, and forgets it.
  await open(page, '/it-assets/import');
  const entries = page
    .getByRole('row')
    .filter({ hasText: 'Taken back' })
    .getByRole('button', { name: /^Forget received-laptops\.csv of/ });
  await expect(entries.first()).toBeVisible();
  const listed = await entries.count();
  await entries.first().click();
  await dialog.getByRole('button', { name: 'Forget' }).click();
  await expect(entries).toHaveCount(listed - 1);
});

test('what is wrong with a file is said where it was dropped', async ({
  page,
}) => {
  await signIn(page, 'Amir');
  await open(page, '/it-assets/import');
  const upload = (name: string, content: string) =>
    page.getByLabel('File to import').setInputFiles({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(content),
    });
  const alert = page.getByRole('alert');
  await upload('laptops.csv', 'Asset Tag,Status\nLN-1,"deployed\n');
  await expect(alert).toContainText('The file could not be read.');
  await expect(alert).toContainText(/line 2/i);
  await upload('laptops.xlsx', 'Asset Tag,Status\nLN-1,deployed\n');
  await expect(alert).toContainText('The file is not what its name says.');
  await upload('laptops.xls', 'Asset Tag');
  await expect(alert).toContainText('Old .xls workbooks');
  await expect(page).toHaveURL(/\/it-assets\/import$/);
});

test('who may not import is told so', async ({ page }) => {
  await signIn(page, 'Otto');
  await open(page, '/it-assets/import');
  await expect(
    page.getByText('You may not import spreadsheets.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toHaveCount(
    0,
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing on the pages of imports', async ({ page }) => {
      const api = await apiAs(portalUrl, 'Amir');
      const uploaded = await api.post('/api/itam/imports', {
        params: { dateFormat: 'DD.MM.YYYY' },
        headers: { 'Content-Type': 'text/csv' },
        data: readFileSync(file),
      });
      const { id } = await uploaded.json();
      const clean = async (what: string) =>
        expect(
          (await findings(page)).filter(finding => finding.ours),
          what,
        ).toEqual([]);
      await signIn(page, 'Amir');
      await open(page, '/it-assets/import');
      await page
        .getByRole('button', { name: /How the file is written/ })
        .click();
      await clean('upload');
      for (const step of ['columns', 'check', 'import']) {
        await open(page, `/it-assets/import/${id}?step=${step}`);
        await clean(step);
      }
      await open(page, `/it-assets/import/${id}?step=check`);
      await page.getByRole('button', { name: 'Correct line 8' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await clean('correction');
      await api.delete(`/api/itam/imports/${id}`);
    });
  });
}

// Takes the screenshots of README and docs from a running portal:
// PORTAL_URL=http://localhost:7007 yarn screenshots [name …]
// SCREENSHOT_THEME=dark shows all of them dark, best in a SCREENSHOT_FOLDER of
// their own.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { showCalendarDialog } from './screenshots/calendarDialog.mjs';
import { showReclaim } from './screenshots/reclaim.mjs';
import { showCheckedCloudBill } from './screenshots/checkedCloudBill.mjs';
import { chromiumPath } from './setup/debian.mjs';
import { exampleAudit } from './screenshots/exampleAudit.mjs';
import { exampleImport } from './screenshots/exampleImport.mjs';
import { runMain } from './setup/progress.mjs';
import { settled } from './screenshots/settled.mjs';
import { screenshotRecords } from './screenshots/screenshotRecords.mjs';
import { root } from './setup/toolchain.mjs';

const portal = process.env.PORTAL_URL ?? 'http://localhost:7007';
const folder = join(root, process.env.SCREENSHOT_FOLDER ?? 'docs/images');
const theme = process.env.SCREENSHOT_THEME;
const month = '2026-10';

const comparison = `/it-assets/finance/compare?of=system:default/payments&from=${month}&to=${month}&baseFrom=2025-10&baseTo=2025-10`;

const wide = { width: 1400, height: 1000 };
const narrow = { width: 390, height: 844 };

/** Opens a dialog before the picture is taken. */
const press =
  (...names) =>
  async page => {
    for (const name of names) {
      await page.getByRole('button', { name, exact: true }).click();
    }
    await page.getByRole('dialog').waitFor();
  };

const showTickets = async page => {
  await page
    .getByRole('region', { name: 'Open tickets' })
    .getByRole('table')
    .scrollIntoViewIfNeeded();
};

const softwareInView = async page => {
  await page
    .getByRole('table', { name: 'Software and licences of this service' })
    .scrollIntoViewIfNeeded();
};

const sold = async page => {
  await press('Sold')(page);
  await page
    .getByLabel('Evidence that data was erased')
    .fill('https://docs.lumen-retail.example/erasure/2026-118');
  await page.getByLabel('Proceeds').fill('400.00');
};

const labels = `/it-assets/records/labels?size=a4-3x8&${[
  'screenshot-laptop',
  'screenshot-server',
  'payments-db-eu1',
]
  .map(name => `ref=asset:default/${name}`)
  .join('&')}`;

/**
 * name, persona, path, then what differs from a wide, light, whole page; `then`
 * does what has to be done before, and answers what has to be undone after.
 */
const pages = [
  ['sign-in', undefined, '/'],
  ['home', 'Erin', '/', { height: 1000 }],
  [
    'service-cost',
    'Erin',
    `/catalog/default/component/payments-api?month=${month}`,
    { height: 1000 },
  ],
  [
    'service-cost-dark',
    'Erin',
    `/catalog/default/component/payments-api?month=${month}`,
    { dark: true, height: 1000 },
  ],
  [
    'service-cost-narrow',
    'Erin',
    `/catalog/default/component/payments-api?month=${month}`,
    { narrow: true },
  ],
  [
    'service-tab',
    'Erin',
    `/catalog/default/component/payments-api/assets-cost?from=2025-11&to=${month}`,
  ],
  [
    'service-tab-dark',
    'Erin',
    `/catalog/default/component/payments-api/assets-cost?from=2025-11&to=${month}`,
    { dark: true },
  ],
  [
    'service-tab-narrow',
    'Erin',
    `/catalog/default/component/payments-api/assets-cost?from=2025-11&to=${month}`,
    { narrow: true },
  ],
  [
    'service-tickets',
    'Erin',
    `/catalog/default/component/payments-api/assets-cost?from=2026-01&to=${month}`,
    { height: 1000, then: showTickets },
  ],
  [
    'service-denied',
    'Otto',
    `/catalog/default/component/payments-api`,
    { height: 800 },
  ],
  [
    'system',
    'Erin',
    `/catalog/default/system/payments?month=${month}`,
    { height: 1000 },
  ],
  [
    'group',
    'Max',
    `/catalog/default/group/payments?month=${month}`,
    { height: 1500 },
  ],
  [
    'group-dark',
    'Max',
    `/catalog/default/group/payments?month=${month}`,
    { dark: true, height: 1500 },
  ],
  [
    'group-narrow',
    'Max',
    `/catalog/default/group/payments?month=${month}`,
    { narrow: true },
  ],
  [
    'group-tab',
    'Max',
    `/catalog/default/group/commerce/assets-cost?from=2025-11&to=${month}`,
  ],
  ['user', 'Erin', '/catalog/default/user/erin', { height: 1000 }],
  ['asset', 'Erin', '/it-assets/records/asset/default/payments-db-eu1'],
  [
    'asset-dark',
    'Erin',
    '/it-assets/records/asset/default/payments-db-eu1',
    { dark: true },
  ],
  [
    'asset-narrow',
    'Erin',
    '/it-assets/records/asset/default/payments-db-eu1',
    { narrow: true },
  ],
  ['asset-catalog', 'Erin', '/catalog/default/asset/payments-db-eu1'],
  ['license', 'Fiona', '/it-assets/records/license/default/github-enterprise'],
  [
    'license-dark',
    'Fiona',
    '/it-assets/records/license/default/github-enterprise',
    { dark: true },
  ],
  ['contract', 'Fiona', '/it-assets/records/contract/default/github-2026'],
  [
    'contract-dark',
    'Fiona',
    '/it-assets/records/contract/default/github-2026',
    { dark: true },
  ],
  [
    'contract-narrow',
    'Fiona',
    '/it-assets/records/contract/default/github-2026',
    { narrow: true },
  ],
  [
    'record-actions',
    'Amir',
    '/it-assets/records/asset/default/screenshot-server',
    { height: 1000 },
  ],
  [
    'record-actions-dark',
    'Amir',
    '/it-assets/records/asset/default/screenshot-server',
    { height: 1000, dark: true },
  ],
  [
    'record-sold',
    'Amir',
    '/it-assets/records/asset/default/screenshot-server-old',
    { height: 1000, before: sold },
  ],
  [
    'leaving',
    'Amir',
    '/catalog/default/user/wes',
    {
      height: 1000,
      before: async page => {
        await press('Take everything back')(page);
        await page.getByRole('checkbox').first().waitFor();
      },
    },
  ],
  ['labels', 'Amir', labels, { height: 900 }],
  ['labels-dark', 'Amir', labels, { height: 900, dark: true }],
  ['overview', 'Fiona', '/it-assets/overview'],
  ['overview-dark', 'Fiona', '/it-assets/overview', { dark: true }],
  ['overview-narrow', 'Fiona', '/it-assets/overview', { narrow: true }],
  [
    'ownership',
    'Fiona',
    `/it-assets/ownership?of=group:default/commerce&month=${month}`,
  ],
  [
    'ownership-dark',
    'Fiona',
    `/it-assets/ownership?of=group:default/commerce&month=${month}`,
    { dark: true },
  ],
  // With the lists of docs/how-to/find-shadow-it.md delivered.
  ['shadow-it', 'Amir', '/it-assets/ownership?of=shadow-it', { height: 800 }],
  // With the one of docs/how-to/check-licences-of-dependencies.md uploaded.
  [
    'service-software',
    'Amir',
    '/catalog/default/component/payments-api/assets-cost',
    { before: softwareInView },
  ],
  [
    'service-software-dark',
    'Amir',
    '/catalog/default/component/payments-api/assets-cost',
    { before: softwareInView, dark: true },
  ],
  [
    'service-software-narrow',
    'Amir',
    '/catalog/default/component/payments-api/assets-cost',
    { before: softwareInView, narrow: true },
  ],
  ['register', 'Amir', '/it-assets/records', { height: 1000 }],
  ['register-dark', 'Amir', '/it-assets/records', { dark: true, height: 1000 }],
  ['register-narrow', 'Amir', '/it-assets/records', { narrow: true }],
  ['form', 'Amir', '/it-assets/records/new'],
  ['form-dark', 'Amir', '/it-assets/records/new', { dark: true }],
  ['form-narrow', 'Amir', '/it-assets/records/new', { narrow: true }],
  [
    'yaml-form',
    'Amir',
    '/it-assets/records/new?as=yaml&from=asset:default/payments-db-eu1',
  ],
  [
    'finance-explorer',
    'Fiona',
    `/it-assets/finance?of=group:default/commerce&from=2025-11&to=${month}`,
  ],
  [
    'finance-explorer-narrow',
    'Fiona',
    `/it-assets/finance?of=group:default/commerce&from=2025-11&to=${month}`,
    { narrow: true },
  ],
  ['finance-compare', 'Erin', comparison],
  ['finance-compare-dark', 'Erin', comparison, { dark: true }],
  ['finance-compare-narrow', 'Erin', comparison, { narrow: true }],
  [
    'finance-forecast',
    'Fiona',
    '/it-assets/finance/forecast?of=group:default/payments',
  ],
  [
    'finance-forecast-dark',
    'Fiona',
    '/it-assets/finance/forecast?of=group:default/payments',
    { dark: true },
  ],
  ['finance-budgets', 'Fiona', '/it-assets/finance/budgets'],
  [
    'finance-budget',
    'Fiona',
    `/it-assets/finance/budgets/${month.slice(
      0,
      4,
    )}/group%3Adefault%2Fpayments`,
  ],
  [
    'finance-budget-dark',
    'Fiona',
    `/it-assets/finance/budgets/${month.slice(
      0,
      4,
    )}/group%3Adefault%2Fpayments`,
    { dark: true },
  ],
  ['finance-depreciation', 'Fiona', '/it-assets/finance/depreciation'],
  ['finance-rates', 'Fiona', '/it-assets/finance/rates'],
  ['licences', 'Amir', '/it-assets/licences'],
  ['licences-dark', 'Amir', '/it-assets/licences', { dark: true }],
  ['licences-narrow', 'Amir', '/it-assets/licences', { narrow: true }],
  [
    'licence-pool',
    'Amir',
    '/it-assets/licences?pool=license:default/github-enterprise',
  ],
  ['contracts', 'Amir', '/it-assets/contracts'],
  ['contracts-dark', 'Amir', '/it-assets/contracts', { dark: true }],
  ['contracts-narrow', 'Amir', '/it-assets/contracts', { narrow: true }],
  [
    'cloud-bills',
    'Amir',
    '/it-assets/import/cloud-bills',
    { then: showCheckedCloudBill },
  ],
  ['import-upload', 'Amir', '/it-assets/import', { importing: {} }],
  [
    'import-columns',
    'Amir',
    '/it-assets/import/:import?step=columns',
    { importing: {} },
  ],
  [
    'import-check',
    'Amir',
    '/it-assets/import/:import?step=check&outcome=error',
    { importing: {} },
  ],
  [
    'import-check-dark',
    'Amir',
    '/it-assets/import/:import?step=check&outcome=error',
    { importing: {}, dark: true },
  ],
  [
    'import-check-narrow',
    'Amir',
    '/it-assets/import/:import?step=check&outcome=error',
    { importing: {}, narrow: true },
  ],
  [
    'import-result',
    'Amir',
    '/it-assets/import/:import',
    { importing: { written: true } },
  ],
  ['audits', 'Amir', '/it-assets/audits', { height: 700, audit: true }],
  [
    'audit-phone',
    'Amir',
    '/it-assets/audits/:audit',
    { narrow: true, audit: true },
  ],
  [
    'audit-phone-dark',
    'Amir',
    '/it-assets/audits/:audit',
    { narrow: true, dark: true, audit: true },
  ],
  ['findings', 'Amir', '/it-assets/audits/findings', { height: 1000 }],
  [
    'findings-dark',
    'Amir',
    '/it-assets/audits/findings',
    { dark: true, height: 1000 },
  ],
  ['policies', 'Amir', '/it-assets/audits/policies', { height: 1100 }],
  ['suppliers', 'Fiona', '/it-assets/contracts/suppliers'],
  ['supplier', 'Fiona', '/it-assets/contracts/suppliers/github'],
  [
    'supplier-dark',
    'Fiona',
    '/it-assets/contracts/suppliers/github',
    { dark: true },
  ],
  [
    'supplier-narrow',
    'Fiona',
    '/it-assets/contracts/suppliers/github',
    { narrow: true },
  ],
  [
    'calendar-dialog',
    'Amir',
    '/it-assets/contracts?days=60',
    { height: 900, then: showCalendarDialog },
  ],
  ['reclaim', 'Amir', undefined, { height: 1100, then: showReclaim }],
  ['health', 'Amir', '/it-assets/health', { height: 800 }],
  ['health-dark', 'Amir', '/it-assets/health', { dark: true, height: 800 }],
];

async function shoot(
  browser,
  [name, persona, address = '/it-assets', how = {}],
) {
  const example = how.importing && (await exampleImport(portal, how.importing));
  const audit = how.audit && (await exampleAudit(portal));
  const path = address.replace(':import', example?.id).replace(':audit', audit);
  const context = await browser.newContext({
    viewport: how.narrow ? narrow : wide,
    colorScheme: theme ?? (how.dark ? 'dark' : 'light'),
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(portal);
  const choice = page.getByRole('button', {
    name: new RegExp(persona ?? 'Erin'),
  });
  await choice.waitFor();
  if (persona) {
    await choice.click();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.goto(portal + path);
    // What is under the pointer looks pressed.
    await page.mouse.move(0, 0);
    await page.waitForLoadState('networkidle');
    await settled(page);
    await how.before?.(page);
  }
  const cleanUp = await how.then?.(page, portal);
  // The portal scrolls inside its main element: make the window as tall as it.
  const contentHeight = await settled(page);
  const height = how.height ?? Math.min(contentHeight, 4000);
  await page.setViewportSize({
    width: how.narrow ? narrow.width : wide.width,
    height,
  });
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await cleanUp?.();
  await context.close();
  await example?.cleanUp();
  process.stdout.write(`${name}.png\n`);
}

await runMain(async () => {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    chromiumSandbox: false,
  });
  const wanted = new Set(process.argv.slice(2));
  const shown = await screenshotRecords(portal);
  for (const page of pages) {
    if (wanted.size === 0 || wanted.has(page[0])) await shoot(browser, page);
  }
  await shown.remove();
  await browser.close();
});

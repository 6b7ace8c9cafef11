// Takes the screenshots of README and docs from a running portal:
// PORTAL_URL=http://localhost:7007 yarn screenshots [name …]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath } from './setup/debian.mjs';
import { runMain } from './setup/progress.mjs';
import { root } from './setup/toolchain.mjs';

const portal = process.env.PORTAL_URL ?? 'http://localhost:7007';
const folder = join(root, process.env.SCREENSHOT_FOLDER ?? 'docs/images');
const month = '2026-10';

const comparison = `/it-assets/finance/compare?of=system:default/payments&from=${month}&to=${month}&baseFrom=2025-10&baseTo=2025-10`;

const wide = { width: 1400, height: 1000 };
const narrow = { width: 390, height: 844 };

/** name, persona, path, then what differs from a wide, light, whole page. */
const pages = [
  ['sign-in', undefined, '/'],
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
    { height: 1200 },
  ],
  [
    'group-dark',
    'Max',
    `/catalog/default/group/payments?month=${month}`,
    { dark: true, height: 1200 },
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
  ['register', 'Amir', '/it-assets/records', { height: 1000 }],
  ['register-dark', 'Amir', '/it-assets/records', { dark: true, height: 1000 }],
  ['register-narrow', 'Amir', '/it-assets/records', { narrow: true }],
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
  ['health', 'Amir', '/it-assets/health', { height: 800 }],
  ['health-dark', 'Amir', '/it-assets/health', { dark: true, height: 800 }],
];

/** The audit of the how-to, halfway; opened once however often it is asked. */
async function exampleAudit() {
  const session = await fetch(`${portal}/api/auth/persona/refresh`, {
    headers: {
      'x-itam-persona': 'amir',
      'X-Requested-With': 'XMLHttpRequest',
    },
  });
  const { backstageIdentity } = await session.json();
  const post = async (path, key, body) => {
    const response = await fetch(`${portal}/api/itam${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${backstageIdentity.token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': `screenshots-${key}`,
      },
      body: JSON.stringify(body),
    });
    return await response.json();
  };
  const { id } = await post('/audits', 'audit', {
    name: 'Frankfurt, rack 15',
    scope: { kind: 'Asset', location: 'Frankfurt DC1 / rack 15' },
  });
  const place = 'Frankfurt DC1 / rack 15 / U8';
  await post(`/audits/${id}/items`, 'found', {
    tag: 'HW-000133',
    outcome: 'found',
  });
  await post(`/audits/${id}/items`, 'elsewhere', {
    tag: 'HW-000151',
    outcome: 'found',
    location: place,
  });
  await post(`/audits/${id}/items`, 'unexpected', {
    serialNumber: 'CN-7781',
    outcome: 'found',
  });
  return id;
}

async function shoot(browser, [name, persona, path, how = {}]) {
  const context = await browser.newContext({
    viewport: how.narrow ? narrow : wide,
    colorScheme: how.dark ? 'dark' : 'light',
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
    const address = how.audit
      ? path.replace(':audit', await exampleAudit())
      : path;
    await page.goto(portal + address);
    // What is under the pointer looks pressed.
    await page.mouse.move(0, 0);
    await page.waitForLoadState('networkidle');
    await page
      .locator('[aria-busy="true"]')
      .first()
      .waitFor({ state: 'detached' });
    await page.waitForTimeout(800);
  }
  // The portal scrolls inside its main element: make the window as tall as it.
  const contentHeight = await page.evaluate(() =>
    Math.max(
      document.documentElement.scrollHeight,
      ...[...document.querySelectorAll('main, article, #root > *')].map(
        element => element.scrollHeight,
      ),
    ),
  );
  const height = how.height ?? Math.min(contentHeight, 4000);
  await page.setViewportSize({
    width: how.narrow ? narrow.width : wide.width,
    height,
  });
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  process.stdout.write(`${name}.png\n`);
}

await runMain(async () => {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    chromiumSandbox: false,
  });
  const wanted = new Set(process.argv.slice(2));
  for (const page of pages) {
    if (wanted.size === 0 || wanted.has(page[0])) await shoot(browser, page);
  }
  await browser.close();
});

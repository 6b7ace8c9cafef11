import { expect, type Page, test } from '@playwright/test';
import { findings } from './axe';
import { apiAs, open, portalUrl, signIn } from './portal';

/** Our extensions of host pages, as app config names them. */
const ourExtensions = [
  'entity-card:itam/cost',
  'entity-card:itam/group-cost',
  'entity-card:itam/user-holdings',
  'entity-card:itam/record',
  'entity-card:itam/tickets',
  'entity-content:itam/assets-cost',
];

/** Serves the app with our extensions of host pages switched off. */
async function withoutOurExtensions(page: Page) {
  await page.route('**/*', async route => {
    if (route.request().resourceType() !== 'document') {
      await route.fallback();
      return;
    }
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace(
      /(<script type="backstage\.io\/config">)([\s\S]*?)(<\/script>)/,
      (_all, start, json, end) => {
        const configs = JSON.parse(json);
        for (const { data } of configs) {
          data.app?.extensions?.push(
            ...ourExtensions.map(id => ({ [id]: false })),
          );
        }
        return `${start}\n${JSON.stringify(configs)}\n${end}`;
      },
    );
    expect(body).not.toBe(html);
    await route.fulfill({ response, body });
  });
}

const hostPages = [
  '/catalog/default/component/payments-api',
  '/catalog/default/system/payments',
  '/catalog/default/group/payments',
  '/catalog/default/user/erin',
  '/catalog/default/asset/payments-db-eu1',
];
const ownPages = [
  '/catalog/default/component/payments-api/assets-cost?by=record',
  '/it-assets/overview',
  '/it-assets/ownership?of=group:default/commerce',
  '/it-assets/ownership?of=leavers',
  '/it-assets/ownership?of=shadow-it&state=any',
  '/it-assets/records',
  '/it-assets/records/asset/default/payments-db-eu1',
  '/it-assets/records/license/default/github-enterprise',
  '/it-assets/records/contract/default/github-2026',
  '/it-assets/import/cloud-bills',
  '/it-assets/import/tools',
  '/it-assets/health',
  '/it-assets/licences',
  '/it-assets/licences?pool=license:default/github-enterprise',
  '/it-assets/contracts',
  '/it-assets/finance',
  '/it-assets/finance/compare?of=component:default/payments-api',
  '/it-assets/finance/forecast',
  '/it-assets/finance/budgets',
  `/it-assets/finance/budgets/${new Date().getUTCFullYear()}/group%3Adefault%2Fpayments`,
  '/it-assets/finance/depreciation',
  '/it-assets/finance/rates',
  '/it-assets/audits',
  '/it-assets/audits/findings',
  '/it-assets/audits/policies',
];

/** An audit that stays open: it changes no record and no figure. */
async function auditPage(): Promise<string> {
  const api = await apiAs(portalUrl, 'Amir');
  const response = await api.post('/api/itam/audits', {
    data: {
      name: 'Accessibility',
      scope: { kind: 'Asset', location: 'Frankfurt DC1 / rack 15' },
    },
    headers: { 'Idempotency-Key': 'accessibility' },
  });
  const { id } = await response.json();
  return `/it-assets/audits/${id}`;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing inside our elements', async ({ page }) => {
      // Some thirty pages.
      test.setTimeout(300_000);
      await signIn(page, 'Fiona');
      const paths = [...hostPages, ...ownPages, await auditPage()];
      for (const path of paths) {
        await open(page, path);
        await expect(page.locator('[data-itam]').first(), path).toBeVisible();
        const ours = (await findings(page)).filter(finding => finding.ours);
        expect(ours, path).toEqual([]);
      }
    });

    test('our elements add no finding to host pages', async ({
      page,
      browser,
      contextOptions,
    }) => {
      await signIn(page, 'Fiona');
      const bare = await browser.newContext({ ...contextOptions, colorScheme });
      const barePage = await bare.newPage();
      await withoutOurExtensions(barePage);
      await signIn(barePage, 'Fiona');
      for (const path of hostPages) {
        await open(barePage, path);
        await expect(barePage.locator('[data-itam]')).toHaveCount(0);
        await expect(barePage.getByText('Relations').first()).toBeVisible();
        const before = new Set(
          (await findings(barePage)).map(finding => finding.rule),
        );
        await open(page, path);
        const after = (await findings(page)).filter(
          finding => !before.has(finding.rule),
        );
        expect(after, path).toEqual([]);
      }
      await bare.close();
    });
  });
}

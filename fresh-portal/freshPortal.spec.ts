import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  type APIRequestContext,
  type Browser,
  expect,
  request,
  test,
} from '@playwright/test';

const portalFolder = process.env.PORTAL_FOLDER ?? '.';
const portalUrl = process.env.PORTAL_URL ?? 'http://localhost:7007';

/** An engineer of Payments, their manager, an asset manager. */
type Persona = 'erin' | 'max' | 'amir';

const SERVICE = 'component:default/payments-api';

/** The month before the current one, which is over: `2026-10`. */
const now = new Date();
const lastMonth = new Date(
  Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15),
);
const MONTH = lastMonth.toISOString().slice(0, 7);

/** A client of the portal's API with the token of a person. */
async function apiAs(persona: Persona): Promise<APIRequestContext> {
  const anonymous = await request.newContext({ baseURL: portalUrl });
  const signedIn = await anonymous.get('/api/auth/guest/refresh', {
    headers: { 'x-guest': persona, 'X-Requested-With': 'XMLHttpRequest' },
  });
  expect(signedIn.ok(), await signedIn.text()).toBe(true);
  const { backstageIdentity } = await signedIn.json();
  return request.newContext({
    baseURL: portalUrl,
    extraHTTPHeaders: { Authorization: `Bearer ${backstageIdentity.token}` },
  });
}

/** The cost of a month, or the status of the refusal. */
async function costFor(persona: Persona, of: string, basis = 'used') {
  const api = await apiAs(persona);
  const answer = await api.get('/api/itam/costs', {
    params: { of, basis, from: MONTH, to: MONTH },
  });
  return answer.ok()
    ? (await answer.json()).total.converted.total
    : answer.status();
}

/** A browser in which a person has signed in. */
async function browserOf(browser: Browser, persona: Persona) {
  const context = await browser.newContext({
    baseURL: portalUrl,
    extraHTTPHeaders: { 'x-guest': persona },
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByRole('link', { name: 'IT Assets' })).toBeVisible();
  return page;
}

// Records, services and groups come from files, and pass through the catalog one
// after the other: whose a service is may be known after what it costs.
test.beforeAll(async () => {
  test.setTimeout(120_000);
  await expect
    .poll(
      async () => {
        try {
          const api = await apiAs('amir');
          const answer = await api.get('/api/itam/records');
          return [
            (await answer.json()).totalItems,
            await costFor('amir', SERVICE),
            await costFor('erin', SERVICE),
            await costFor('max', 'group:default/commerce'),
          ];
        } catch {
          return 'no sign-in yet';
        }
      },
      { timeout: 110_000 },
    )
    .toEqual([4, '205.00', '205.00', '205.00']);
});

test('the register answers each person what is theirs', async () => {
  const refsOf = async (persona: Persona) => {
    const api = await apiAs(persona);
    const answer = await api.get('/api/itam/records');
    return (await answer.json()).items
      .map((item: { ref: string }) => item.ref)
      .sort();
  };
  const used = [
    'asset:default/payments-server',
    'contract:default/support',
    'license:default/code-editor',
  ];
  expect(await refsOf('erin')).toEqual(used);
  expect(await refsOf('max')).toEqual(used);
  expect(await refsOf('amir')).toEqual(
    ['asset:default/spare-laptop', ...used].sort(),
  );
});

test('costs are right, and shown to whom the policy lets', async () => {
  expect(await costFor('erin', SERVICE)).toBe('205.00');
  expect(await costFor('max', SERVICE)).toBe('205.00');
  expect(await costFor('amir', SERVICE)).toBe('205.00');

  expect(await costFor('erin', 'group:default/commerce')).toBe(403);
  expect(await costFor('max', 'group:default/commerce')).toBe('205.00');
  expect(await costFor('max', 'all', 'owned')).toBe(403);
  // 100 and 150 for Payments; 120 and 50 for asset management.
  expect(await costFor('amir', 'all', 'owned')).toBe('420.00');
});

test('the catalog has the record without its money', async () => {
  const api = await apiAs('erin');
  const answer = await api.get(
    '/api/catalog/entities/by-name/asset/default/payments-server',
  );
  expect(answer.ok()).toBe(true);
  const entity = await answer.json();
  expect(entity.metadata.title).toBe('Payments server');
  expect(entity.spec.financials).toBeUndefined();
  expect(entity.relations).toContainEqual({
    type: 'usedBy',
    targetRef: SERVICE,
  });
});

test('connectors are there and wait for their configuration', async () => {
  const api = await apiAs('amir');
  const answer = await api.get('/api/itam/connectors');
  expect((await answer.json()).items).toEqual([]);
});

test('the command for operators runs', () => {
  const command = join(portalFolder, 'node_modules/.bin/itam-register');
  const { stdout, stderr } = spawnSync(command, ['--help'], {
    encoding: 'utf8',
    cwd: portalFolder,
  });
  expect(stdout + stderr).toContain('Usage: itam-register <command>');
});

test('an engineer sees the cost on the page of the service', async ({
  browser,
}) => {
  const page = await browserOf(browser, 'erin');
  await page.goto(`/catalog/default/component/payments-api?month=${MONTH}`);
  const card = page.getByRole('region', { name: 'Cost', exact: true });
  await expect(card).toContainText('€205.00');

  await page.getByRole('link', { name: 'IT Assets' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'IT Assets' }),
  ).toBeVisible();
  await page.goto('/it-assets/records');
  await expect(page.getByText('Payments server')).toBeVisible();
  await expect(page.getByText('Spare laptop')).toHaveCount(0);
});

test('a manager sees what the department owns and uses', async ({
  browser,
}) => {
  const page = await browserOf(browser, 'max');
  await page.goto(
    `/catalog/default/group/commerce/assets-cost?basis=used&from=${MONTH}&to=${MONTH}`,
  );
  await expect(page.getByText('€205.00').first()).toBeVisible();
});

test('an asset manager sees the whole register', async ({ browser }) => {
  const page = await browserOf(browser, 'amir');
  await page.goto('/it-assets/records');
  await expect(page.getByText('Payments server')).toBeVisible();
  await expect(page.getByText('Spare laptop')).toBeVisible();

  await page.goto('/catalog/default/asset/spare-laptop');
  await expect(page.getByText('€50.00').first()).toBeVisible();
});

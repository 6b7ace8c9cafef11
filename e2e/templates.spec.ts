import { expect, test, type APIRequestContext } from '@playwright/test';
import { apiAs, apiAsService, open, portalUrl, signIn } from './portal';

const wanted = {
  product: 'Figma Organization',
  units: 3,
  owner: 'group:default/payments',
  neededBy: '2027-03-01',
  benefit: 'Design reviews of the checkout',
};

/** Starts a template; the id of its task. */
async function start(api: APIRequestContext, template: string, values: object) {
  const answer = await api.post('/api/scaffolder/v2/tasks', {
    data: { templateRef: `template:default/${template}`, values },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const { id } = await answer.json();
  return String(id);
}

test('who may register requests a licence, and finds it in the register', async ({
  page,
}) => {
  await signIn(page, 'Amir');
  await open(page, '/create/templates/default/itam-request-licence');
  await page.getByLabel('Product').fill(wanted.product);
  await page.getByLabel('Team').fill('Payments');
  await page
    .getByRole('option', { name: /^Payments/ })
    .first()
    .click();
  await page.getByLabel('Needed by').fill(wanted.neededBy);
  await page.getByLabel('What it is for').fill(wanted.benefit);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('link', { name: 'The request' }).click();
  await expect(
    page.getByRole('heading', { name: 'Figma Organization, 1 unit' }),
  ).toBeVisible();
  await expect(page.getByText('Planning · Requested')).toBeVisible();
});

test('who may not is told so, and nothing is registered', async ({ page }) => {
  const otto = await apiAs(portalUrl, 'Otto');
  const product = 'Otto Studio';
  const task = await start(otto, 'itam-request-licence', {
    ...wanted,
    product,
  });
  await signIn(page, 'Otto');
  await open(page, `/create/tasks/${task}`);
  await expect(page.getByText(/403|not allowed/i).first()).toBeVisible();
  const amir = await apiAs(portalUrl, 'Amir');
  const found = await amir.get('/api/itam/records', { params: { q: product } });
  expect(await found.json()).toMatchObject({ totalItems: 0 });
  // What somebody filled in is theirs.
  const other = await apiAs(portalUrl, 'Erin');
  const read = await other.get(`/api/scaffolder/v2/tasks/${task}`);
  expect([403, 404]).toContain(read.status());
});

test('an asset in Git is tried out without a Git host', async () => {
  const amir = await apiAs(portalUrl, 'Amir');
  const template = await amir.get(
    '/api/catalog/entities/by-name/template/default/itam-register-asset',
  );
  const answer = await amir.post('/api/scaffolder/v2/dry-run', {
    data: {
      template: await template.json(),
      values: {
        title: 'Laptop of Mia',
        class: 'hardware',
        type: 'laptop',
        stage: 'maintenance',
        owner: 'group:default/payments',
        assignee: 'user:default/erin',
        repoUrl: 'github.com?owner=lumen&repo=assets',
        folder: 'assets',
        fileName: 'laptop-mia.yaml',
      },
      secrets: {},
      directoryContents: [],
    },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  const { directoryContents } = await answer.json();
  expect(directoryContents.map(({ path }: { path: string }) => path)).toContain(
    'assets/laptop-mia.yaml',
  );
});

test('a laptop is sold by template, with the evidence its type asks for', async ({
  page,
}) => {
  const amir = await apiAs(portalUrl, 'Amir');
  const name = `e2e-template-${Date.now().toString(36)}`;
  const registered = await amir.post('/api/itam/records', {
    data: {
      kind: 'Asset',
      name,
      title: 'Laptop to be sold',
      spec: {
        class: 'hardware',
        type: 'laptop',
        stage: 'maintenance',
        status: 'in-use',
        owner: 'group:default/workplace',
        assignee: 'group:default/workplace',
        location: 'Berlin',
        serialNumber: name,
      },
    },
  });
  expect(registered.status(), await registered.text()).toBe(201);

  await signIn(page, 'Amir');
  await open(page, '/create/templates/default/itam-retire-asset');
  await page
    .getByRole('textbox', { name: 'Asset' })
    .fill(`asset:default/${name}`);
  await page.getByLabel('Reason').fill('Replaced');
  await page.getByLabel('What becomes of it').click();
  await page.getByRole('option', { name: 'Sold' }).click();
  await page
    .getByLabel('Evidence that its data was erased')
    .fill('https://docs.lumen-retail.example/erasure/2026-121');
  await page.getByLabel('Amount').fill('120.00');
  await page.getByLabel('Currency').fill('EUR');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('link', { name: 'The asset' }).click();
  await expect(
    page.getByRole('heading', { name: 'Laptop to be sold' }),
  ).toBeVisible();
  await expect(page.getByText('Decommission · Sold')).toBeVisible();
});

test('whoever writes a template finds the steps of the register', async ({
  page,
}) => {
  await signIn(page, 'Amir');
  await open(page, '/create/actions');
  await page.getByPlaceholder('Search for an action').fill('itam:asset');
  await page.getByRole('row', { name: /^itam:asset:retire/ }).click();
  await expect(page.getByText('Ref of the asset.').first()).toBeVisible();
  await expect(page.getByText('A server that was scrapped')).toBeVisible();
});

/** What an assistant is told that asks by MCP for the cost of a service. */
async function costByMcp(api: APIRequestContext): Promise<string> {
  const answer = await api.post('/api/mcp-actions/v1', {
    headers: { Accept: 'application/json, text/event-stream' },
    data: {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: {
        name: 'itam.get-it-cost',
        arguments: {
          of: 'component:default/payments-api',
          from: '2026-10',
          to: '2026-10',
        },
      },
    },
  });
  expect(answer.status()).toBe(200);
  return await answer.text();
}

test('an assistant is told by MCP what the person who asks may see', async () => {
  const costFor = async (persona: 'Erin' | 'Otto') =>
    await costByMcp(await apiAs(portalUrl, persona));
  expect(await costFor('Erin')).toMatch(/totalInReportingCurrency/);
  const refused = await costFor('Otto');
  expect(refused).toMatch(/"isError":true/);
  expect(refused).not.toMatch(/totalInReportingCurrency/);
  const anonymous = await apiAs(portalUrl);
  const nobody = await anonymous.post('/api/mcp-actions/v1', {
    headers: { Accept: 'application/json, text/event-stream' },
    data: { jsonrpc: '2.0', id: 1, method: 'tools/list' },
  });
  expect(nobody.status()).toBe(401);
});

test('an assistant with a token of its own needs the register among what it is for', async () => {
  const trusted = await apiAsService(portalUrl, 'mcp-actions itam');
  expect(await costByMcp(trusted)).toMatch(/totalInReportingCurrency/);
  const restricted = await apiAsService(portalUrl, 'mcp-actions');
  expect(await costByMcp(restricted)).not.toMatch(/totalInReportingCurrency/);
});

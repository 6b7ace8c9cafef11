import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { apiAs, open, portalUrl, signIn } from './portal';

const axeSource = readFileSync(require.resolve('axe-core'), 'utf8');

/** A location of the running portal; see declarations.spec.ts. */
const workbench = process.env.WORKBENCH_FILE ?? '';
const good = readFileSync(workbench, 'utf8');

/** What is registered here is retired again, so that no figure moves. */
const registered: string[] = [];

test.describe.configure({ mode: 'serial', timeout: 150_000 });
test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.afterAll(async () => {
  writeFileSync(workbench, good);
  const api = await apiAs(portalUrl, 'Amir');
  for (const path of registered) {
    const record = await api.get(`/api/itam/records/${path}`);
    const { etag } = record.headers();
    const answer = await api.delete(`/api/itam/records/${path}`, {
      headers: { 'If-Match': etag },
    });
    expect(answer.status(), path).toBeLessThan(300);
  }
});

/** The part of the address that names the record shown. */
async function shownRecord(page: Page): Promise<string> {
  await expect(page).toHaveURL(
    /records\/(asset|license|contract)\/[^/]+\/[^/]+$/,
  );
  return new URL(page.url()).pathname.replace(/^.*\/records\//, '');
}

const field = (page: Page, name: RegExp) => page.getByLabel(name).first();

/** Finds the owner by name, as people do. */
async function chooseOwner(
  page: Page,
  press: (what: Locator) => Promise<void>,
) {
  const owner = page.getByRole('combobox', { name: /^Owner/ });
  // Typed key by key: a list opens at a key, not at a whole text.
  await owner.click();
  await owner.pressSequentially('asset management', { delay: 50 });
  await press(page.getByRole('option', { name: /^Asset Management/i }).first());
  await expect(owner).toHaveValue(/Asset Management/i);
}

const click = (what: Locator) => what.click();

test('a laptop is registered through the form and edited', async ({ page }) => {
  await signIn(page, 'Amir');
  await open(page, '/it-assets/records');
  await page.getByRole('link', { name: 'Register a record' }).click();
  await field(page, /^Title/).fill('Form laptop');
  await field(page, /^Type/).fill('laptop');
  await field(page, /^Inventory tag/).fill('FORM-0001');
  await field(page, /^Location/).fill('Berlin');
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  const summary = page.getByTestId('error-summary');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('spec.owner');
  await chooseOwner(page, click);
  await expect(summary).toHaveCount(0);
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  const path = await shownRecord(page);
  registered.push(path);
  expect(path).toBe('asset/default/form-0001');
  await expect(
    page.getByRole('heading', { name: 'Form laptop' }),
  ).toBeVisible();

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await field(page, /^Location/).fill('Hamburg');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/form-0001$/);
  await expect(page.getByText('Hamburg').first()).toBeVisible();
});

test('a tag that is taken leads to the record that has it', async ({
  page,
}) => {
  await signIn(page, 'Amir');
  await open(page, '/it-assets/records/new');
  await field(page, /^Type/).fill('laptop');
  await field(page, /^Inventory tag/).fill('FORM-0001');
  await field(page, /^Title/).fill('Another');
  await page.getByLabel(/^Name/).fill('form-other');
  await field(page, /^Location/).fill('Berlin');
  await chooseOwner(page, click);
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await expect(
    page.getByRole('link', { name: 'Open form-0001, which has it' }),
  ).toHaveAttribute('href', /asset\/default\/form-0001/);
});

test('a change that somebody else was faster with is merged', async ({
  page,
}) => {
  await signIn(page, 'Amir');
  await open(page, '/it-assets/records/asset/default/form-0001/edit');
  const api = await apiAs(portalUrl, 'Amir');
  const url = '/api/itam/records/asset/default/form-0001';
  const read = await api.get(url);
  const { spec } = await read.json();
  const other = await api.put(url, {
    headers: { 'If-Match': read.headers().etag },
    data: { title: 'Form laptop', spec: { ...spec, model: 'T14' } },
  });
  expect(other.status()).toBe(200);
  await field(page, /^Location/).fill('Kiel');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('spec.model')).toBeVisible();
  await page.getByRole('button', { name: 'Save with these values' }).click();
  await expect(page).toHaveURL(/form-0001$/);
  const merged = await (await api.get(url)).json();
  expect(merged.spec).toMatchObject({ model: 'T14', location: 'Kiel' });
});

test('twenty laptops are registered from pasted serial numbers', async ({
  page,
}) => {
  const serials = Array.from(
    { length: 20 },
    (_, at) => `FORM-SN-${String(at + 1).padStart(2, '0')}`,
  );
  await signIn(page, 'Amir');
  await open(page, '/it-assets/records/new');
  await page.getByText('Several pieces at once').click();
  await field(page, /^Serial numbers/).fill(serials.join('\n'));
  await field(page, /^Title/).fill('Form batch laptop');
  await field(page, /^Type/).fill('laptop');
  await field(page, /^Location/).fill('Berlin');
  await chooseOwner(page, click);
  await page.getByRole('button', { name: 'Register 20 pieces' }).click();
  await expect(page.getByText('20 pieces are registered.')).toBeVisible();
  const api = await apiAs(portalUrl, 'Amir');
  const list = await api.get('/api/itam/records?q=FORM-SN-&limit=50');
  const { items } = await list.json();
  registered.push(
    ...items.map(({ ref }: { ref: string }) => ref.replace(':', '/')),
  );
  expect(
    items
      .map(({ serialNumber }: { serialNumber: string }) => serialNumber)
      .sort(),
  ).toEqual(serials);
});

test('a form writes YAML that the catalog accepts, in 4 clicks from the register', async ({
  page,
}) => {
  let clicks = 0;
  const press = async (what: Locator) => {
    clicks += 1;
    await what.click();
  };
  await signIn(page, 'Amir');
  await open(page, '/it-assets/records');
  await press(page.getByRole('link', { name: 'Register a record' }));
  await press(page.getByRole('button', { name: 'Write as YAML' }));
  await field(page, /^Title/).fill('Form YAML laptop');
  await field(page, /^Type/).fill('laptop');
  await field(page, /^Inventory tag/).fill('FORM-YAML-1');
  await field(page, /^Location/).fill('Berlin');
  await chooseOwner(page, press);
  await expect(page.getByText('Valid: the catalog accepts it.')).toBeVisible();
  await press(page.getByRole('button', { name: 'Copy' }));
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(clicks).toBeLessThanOrEqual(4);

  const yaml = await page.evaluate(() => navigator.clipboard.readText());
  expect(yaml).toContain('name: form-yaml-1');
  writeFileSync(workbench, `${good.trimEnd()}\n---\n${yaml}`);
  const api = await apiAs(portalUrl, 'Amir');
  await expect(async () => {
    const record = await api.get('/api/itam/records/asset/default/form-yaml-1');
    expect(record.status()).toBe(200);
    const { record: summary } = await record.json();
    expect(summary).toMatchObject({
      title: 'Form YAML laptop',
      origin: 'declared',
      tag: 'FORM-YAML-1',
    });
  }).toPass({ timeout: 90_000, intervals: [2000] });
});

test('YAML that is pasted is checked at its lines and taken into the form', async ({
  page,
}) => {
  await signIn(page, 'Amir');
  await open(page, '/it-assets/records/new?as=yaml');
  const editor = page.getByRole('textbox', {
    name: 'YAML of the catalog file',
  });
  const paste = async (text: string) => {
    await editor.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
  };
  const license = [
    'apiVersion: itam/v1alpha1',
    'kind: License',
    'metadata: { name: pasted }',
    'spec:',
    '  type: subscripton',
    '  product: Pasted product',
    '  owner: asset-management',
    '  metric: named-user',
    '',
  ].join('\n');
  await paste(license);
  const problem = page.getByRole('button', { name: /^Line 5: spec\.type/ });
  await expect(problem).toContainText('did you mean subscription?');
  await problem.click();
  await expect(editor).toBeFocused();
  await expect(
    page.getByRole('button', { name: 'Take into the form' }),
  ).toBeDisabled();
  await paste(license.replace('subscripton', 'subscription'));
  await page.getByRole('button', { name: 'Take into the form' }).click();
  await expect(field(page, /^Product/)).toHaveValue('Pasted product');
  await expect(page.getByRole('textbox', { name: /^Name/ })).toHaveValue(
    'pasted',
  );
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing inside the forms', async ({ page }) => {
      await signIn(page, 'Amir');
      for (const path of [
        '/it-assets/records/new',
        '/it-assets/records/new?kind=License',
        '/it-assets/records/new?kind=Contract',
        '/it-assets/records/new?as=yaml&from=asset:default/payments-db-eu1',
        '/it-assets/records/asset/default/form-0001/edit',
        '/it-assets/records/asset/default/payments-db-eu1/edit',
      ]) {
        await open(page, path);
        const submit = page.getByRole('button', {
          name: 'Register',
          exact: true,
        });
        if (await submit.isVisible()) await submit.click();
        await page.evaluate(axeSource);
        const found = await page.evaluate(async () => {
          // @ts-expect-error axe has just been put on the page
          const { violations } = await window.axe.run(
            document.querySelector('[data-itam="page"]'),
            { resultTypes: ['violations'] },
          );
          return violations.map(
            ({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
              `${id}: ${nodes
                .map(node => node.html.slice(0, 200))
                .join(' | ')}`,
          );
        });
        expect(found, path).toEqual([]);
      }
    });
  });
}

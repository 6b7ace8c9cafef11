import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { apiAs, open, portalUrl, signIn } from './portal';

/**
 * A location of the running portal that these tests write to, as a platform
 * team would by merging to its repository.
 */
const file = process.env.WORKBENCH_FILE ?? '';

const good = readFileSync(file, 'utf8');
const goodAsset = good.split('---\n')[1];

/** Where the five mistakes are. */
const wrongPaths = [
  'spec.class',
  'spec.stage',
  'spec.tag',
  'spec.inService',
  'spec.financials.charges',
];

test.describe.configure({ mode: 'serial', timeout: 150_000 });

test.afterAll(() => writeFileSync(file, good));

test('a changed amount shows on the service page within a minute', async ({
  page,
}) => {
  await signIn(page, 'Fiona');
  const card = page.getByRole('region', { name: 'Cost', exact: true });
  await open(page, '/catalog/default/component/workbench-service');
  const before = await card.innerText();
  writeFileSync(file, good.replace("amount: '120.00'", "amount: '98765.00'"));
  await expect(async () => {
    await open(page, '/catalog/default/component/workbench-service');
    expect(await card.innerText()).not.toBe(before);
    await expect(card).toContainText('€98,765.00', { timeout: 1000 });
  }).toPass({ timeout: 60_000, intervals: [2000] });
});

test('five mistakes are shown in one message, and nothing of them arrives', async ({
  page,
}) => {
  writeFileSync(
    file,
    good
      .replace("amount: '120.00'", "amount: '12.345'")
      .replace('class: cloud', 'class: clowd')
      .replace('stage: maintenance', 'stage: maintenence')
      .replace("tag: 'WB-1'", 'tag: 1e5')
      .replace('inService: 2026-01-01', 'inService: 2026-02-30'),
  );
  await signIn(page, 'Amir');
  await expect(async () => {
    await open(page, '/it-assets/health');
    await expect(page.locator('main')).toContainText('spec.class', {
      timeout: 1000,
    });
  }).toPass({ timeout: 60_000, intervals: [2000] });
  const shown = await page.locator('main').innerText();
  for (const path of wrongPaths) expect(shown).toContain(path);
  expect(shown).not.toContain('12.345');

  const api = await apiAs(portalUrl, 'Fiona');
  const entity = await api.get(
    '/api/catalog/entities/by-name/asset/default/workbench-queue',
  );
  const status = JSON.stringify((await entity.json()).status);
  for (const path of wrongPaths) expect(status).toContain(path);
  expect(status).not.toContain('12.345');

  const record = await api.get(
    '/api/itam/records/asset/default/workbench-queue',
  );
  const detail = await record.json();
  expect(detail.record.class).toBe('cloud');
  expect(detail.record.tag).toBe('WB-1');
  expect(JSON.stringify(detail)).not.toContain('12.345');
});

test('correcting the file clears the message', async ({ page }) => {
  writeFileSync(file, good);
  await signIn(page, 'Amir');
  await expect(async () => {
    await open(page, '/it-assets/health');
    await expect(page.locator('main')).not.toContainText('workbench-queue', {
      timeout: 1000,
    });
  }).toPass({ timeout: 60_000, intervals: [2000] });
  const api = await apiAs(portalUrl, 'Fiona');
  await expect(async () => {
    const entity = await api.get(
      '/api/catalog/entities/by-name/asset/default/workbench-queue',
    );
    expect((await entity.json()).status?.items ?? []).toEqual([]);
  }).toPass({ timeout: 60_000, intervals: [2000] });
});

test('a file that is broken from the start is on the health page', async ({
  page,
}) => {
  writeFileSync(
    file,
    `${good}---\n${goodAsset
      .replace('workbench-queue', 'workbench-broken')
      .replace("tag: 'WB-1'", "tag: 'WB-2'")
      .replace('class: cloud', 'class: clowd')}`,
  );
  await signIn(page, 'Amir');
  await expect(async () => {
    await open(page, '/it-assets/health');
    await expect(page.locator('main')).toContainText('workbench-broken', {
      timeout: 1000,
    });
  }).toPass({ timeout: 60_000, intervals: [2000] });
  const api = await apiAs(portalUrl, 'Fiona');
  const record = await api.get(
    '/api/itam/records/asset/default/workbench-broken',
  );
  expect(record.status()).toBe(404);
});

test('a second file that claims a record is named beside the first', async ({
  page,
}) => {
  // The same record again, from the location that the example has as well.
  writeFileSync(
    file,
    `${good}---\n${goodAsset.replace('workbench-queue', 'payments-db-eu1')}`,
  );
  await signIn(page, 'Amir');
  const conflicts = page.getByRole('region', { name: 'Conflicts' });
  await expect(async () => {
    await open(page, '/it-assets/health');
    await expect(conflicts).toContainText('payments-db-eu1', { timeout: 1000 });
  }).toPass({ timeout: 60_000, intervals: [2000] });
  await expect(conflicts).toContainText('workbench.yaml');
  const api = await apiAs(portalUrl, 'Fiona');
  const record = await api.get(
    '/api/itam/records/asset/default/payments-db-eu1',
  );
  expect((await record.json()).record.class).toBe('hardware');
});

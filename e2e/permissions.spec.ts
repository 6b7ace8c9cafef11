import { expect, test } from '@playwright/test';
import { apiAs, open, portalUrl, signIn } from './portal';

const amount = /[€$£]\s?\d|\d[\d,.]*\s?(EUR|USD|GBP)|"amount"/;
const service = 'component:default/payments-api';

test('an engineer of another team sees no amount on any page', async ({
  page,
}) => {
  await signIn(page, 'Otto');
  await open(page, '/catalog/default/component/payments-api');
  await expect(
    page.getByText(/may not see the cost of/i).first(),
  ).toBeVisible();
  expect(await page.locator('body').innerText()).not.toMatch(amount);
  for (const path of [
    '/catalog/default/component/payments-api/assets-cost',
    '/catalog/default/group/payments',
    '/catalog/default/group/payments/assets-cost?basis=used',
    '/catalog/default/system/payments',
    '/catalog/default/asset/payments-db-eu1',
    '/it-assets/records/asset/default/payments-db-eu1',
    '/it-assets/records/contract/default/github-2026',
  ]) {
    await open(page, path);
    expect(await page.locator('body').innerText(), path).not.toMatch(amount);
  }
});

test('the API refuses him in every form', async () => {
  const api = await apiAs(portalUrl, 'Otto');
  for (const format of ['json', 'csv']) {
    const costs = await api.get('/api/itam/costs', {
      params: { of: service, format },
    });
    expect(costs.status()).toBe(403);
    expect(await costs.text()).not.toMatch(amount);
  }
  const query = await api.post('/api/itam/costs/query', {
    data: { of: [service, 'group:default/payments', 'all'] },
  });
  expect(await query.json()).toEqual({
    items: [
      { of: service, error: 'not-allowed' },
      { of: 'group:default/payments', error: 'not-allowed' },
      { of: 'all', error: 'not-allowed' },
    ],
  });
  const record = await api.get(
    '/api/itam/records/asset/default/payments-db-eu1',
  );
  const unknown = await api.get('/api/itam/records/asset/default/no-such');
  expect(record.status()).toBe(404);
  expect(unknown.status()).toBe(404);
  for (const format of ['json', 'csv']) {
    const list = await api.get('/api/itam/records', {
      params: { q: 'payments', format },
    });
    expect(await list.text()).not.toContain('payments-db-eu1');
  }
});

test('the catalog holds no amount, whoever asks', async () => {
  for (const persona of ['Otto', 'Erin', 'Fiona'] as const) {
    const api = await apiAs(portalUrl, persona);
    for (const path of [
      '/api/catalog/entities?filter=kind=asset,kind=license,kind=contract',
      '/api/catalog/entities/by-query?filter=kind=asset&limit=500',
      '/api/catalog/entities/by-name/asset/default/payments-db-eu1',
      '/api/catalog/entities/by-name/asset/default/payments-db-eu1/ancestry',
    ]) {
      const response = await api.get(path);
      expect(response.ok(), path).toBe(true);
      const text = await response.text();
      expect(text, path).toContain('payments-db-eu1');
      expect(text, path).not.toMatch(/financials|"amount"|"purchase"/);
    }
    const facets = await api.get(
      '/api/catalog/entity-facets?facet=spec.financials.purchase.amount',
    );
    expect((await facets.json()).facets).toEqual({
      'spec.financials.purchase.amount': [],
    });
  }
});

test('without credentials nothing is answered', async () => {
  const api = await apiAs(portalUrl);
  for (const path of [
    `/api/itam/costs?of=${service}`,
    '/api/itam/records',
    '/api/itam/records/asset/default/payments-db-eu1',
    '/api/itam/health',
    '/api/itam/declarations/state',
  ]) {
    expect((await api.get(path)).status(), path).toBe(401);
  }
});

test('people may not speak for the catalog', async () => {
  const api = await apiAs(portalUrl, 'Fiona');
  expect((await api.get('/api/itam/declarations/state')).status()).toBe(403);
});

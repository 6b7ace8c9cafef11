import { expect, test } from '@playwright/test';
import { findings } from './axe';
import { apiAs, open, portalUrl, signIn } from './portal';

const path = '/api/itam/services/component/default/ledger/software';
const bomOf = (...components: object[]) =>
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components });
const library = (name: string, expression: string) => ({
  type: 'library',
  name,
  version: '1.0.0',
  licenses: [{ expression }],
});

test('licences of a service that are forbidden, and its products, are seen on its page and as findings', async ({
  page,
}) => {
  const api = await apiAs(portalUrl, 'Amir');
  const upload = async (data: string) => {
    const answer = await api.put(path, {
      data,
      headers: { 'Content-Type': 'application/vnd.cyclonedx+json' },
    });
    expect([answer.status(), await answer.text()]).toEqual([
      200,
      expect.anything(),
    ]);
  };
  try {
    await upload(
      bomOf(
        library('express', 'MIT'),
        library('ghost-writer', 'AGPL-3.0-only'),
        library('dual', 'MIT OR AGPL-3.0-only'),
        { type: 'application', name: 'Ledger Engine', version: '4.2' },
      ),
    );
    await signIn(page, 'Amir');
    await open(page, '/catalog/default/component/ledger/assets-cost');
    const table = page.getByRole('table', {
      name: 'Software and licences of this service',
    });
    await expect(table.getByRole('row')).toHaveCount(5);
    const first = table.getByRole('row').nth(1);
    await expect(first).toContainText('AGPL-3.0-only');
    await expect(first).toContainText('Forbidden');
    await expect(first).toContainText('ghost-writer 1.0.0');
    const product = page
      .getByRole('table', { name: 'Products of this service' })
      .getByRole('row', { name: /Ledger Engine 4\.2/ });
    await expect(product).toContainText('Unmatched');
    expect((await findings(page)).filter(({ ours }) => ours)).toEqual([]);
    await product.getByRole('link', { name: '1 bill of materials' }).click();
    await expect(
      page
        .getByRole('table', { name: 'Where it was found' })
        .getByRole('row', { name: /Bill of materials/ }),
    ).toContainText('Ledger');
    await open(page, '/it-assets/audits/findings?kind=Service');
    await expect(
      page.getByText(/ghost-writer 1\.0\.0.*AGPL-3\.0-only/).first(),
    ).toBeVisible();
    // Whoever owns the service may settle it, without a right to deliver lists.
    const listed = await api.get(
      '/api/itam/findings?kind=Service&rule=dependency-license-forbidden&record=component:default/ledger',
    );
    const [{ id }] = (await listed.json()).items;
    const erin = await apiAs(portalUrl, 'Erin');
    const seen = await erin.get(`/api/itam/findings/${id}`);
    expect(await seen.json()).toMatchObject({ canSettle: true });
  } finally {
    expect((await api.delete(path)).status()).toBe(204);
  }
});

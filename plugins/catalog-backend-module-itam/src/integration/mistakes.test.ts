import { createMockDirectory } from '@backstage/backend-test-utils';
import { assetYaml } from '../__testUtils__/catalogFiles';
import { eventually } from '../__testUtils__/eventually';
import { FakeRegister } from '../__testUtils__/FakeRegister';
import {
  RunningCatalog,
  startCatalog,
  untilShown,
} from '../__testUtils__/startCatalog';

jest.setTimeout(60_000);

const FIVE_MISTAKES = `apiVersion: itam/v1alpha1
kind: Asset
metadata: { name: db }
spec:
  class: hardwear
  type: server
  stage: maintenance
  owner: payments
  serialNumber: 0012
  manufactrer: Dell
  inService: 2026-02-30
  financials:
    purchase: { amount: "10.505", currency: EUR, date: 2024-04-01 }
`;

describe('mistakes in a catalog file', () => {
  const directory = createMockDirectory();
  const register = new FakeRegister();
  let catalog: RunningCatalog;

  beforeAll(async () => {
    directory.setContent({ 'db.yaml': assetYaml('db') });
    catalog = await startCatalog({
      register: register.plugin,
      files: [directory.resolve('db.yaml')],
    });
    await untilShown(catalog, ['asset:default/db']);
  });

  afterAll(() => catalog.stop());

  it('are all named in one message on the entity, until corrected', async () => {
    const delivered = register.staged.length;
    directory.addContent({ 'db.yaml': FIVE_MISTAKES });
    const items = await eventually(async () => {
      const entity = await catalog.entity('asset:default/db');
      expect(entity?.status?.items).toHaveLength(1);
      return entity?.status?.items ?? [];
    });
    for (const path of [
      'spec.class',
      'spec.serialNumber',
      'spec.manufactrer',
      'spec.inService',
      'spec.financials.purchase.amount',
    ]) {
      expect(items[0].message).toContain(path);
    }
    expect(items[0].message).toContain('asset:default/db has 5 problems');
    expect(items[0].message).not.toContain('10.505');
    expect(register.staged).toHaveLength(delivered);
    await eventually(() =>
      expect(register.incidents).toContainEqual(
        expect.objectContaining({
          kind: 'error',
          ref: 'asset:default/db',
          messages: [expect.stringContaining('5 problems')],
        }),
      ),
    );

    directory.addContent({ 'db.yaml': assetYaml('db', { amount: '10.50' }) });
    await eventually(async () => {
      const entity = await catalog.entity('asset:default/db');
      expect(entity?.status).toBeUndefined();
      expect(
        register.latest('asset:default/db')?.entity.spec?.financials,
      ).toMatchObject({ purchase: { amount: '10.50' } });
    });
  });
});

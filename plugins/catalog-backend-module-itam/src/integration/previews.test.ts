import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { assetYaml } from '../__testUtils__/catalogFiles';
import { eventually } from '../__testUtils__/eventually';
import { FakeRegister } from '../__testUtils__/FakeRegister';
import {
  RunningCatalog,
  startCatalog,
  untilShown,
} from '../__testUtils__/startCatalog';

jest.setTimeout(60_000);

const REVISION = 'itam/declaration-revision';

/** A processor of the portal that runs after ours and may refuse. */
class LateProcessor implements CatalogProcessor {
  readonly seen: Entity[] = [];
  refuses: string[] = [];

  getProcessorName() {
    return 'LateProcessor';
  }

  getPriority() {
    return 2000;
  }

  async postProcessEntity(entity: Entity) {
    this.seen.push(entity);
    if (this.refuses.includes(entity.metadata.name)) {
      throw new Error('refused later');
    }
    return entity;
  }
}

describe('entities that do not make it into the catalog', () => {
  const directory = createMockDirectory();
  const register = new FakeRegister();
  const late = new LateProcessor();
  let catalog: RunningCatalog;

  /** As the register confirms: the catalog must show the revision. */
  async function activeRevisions(ref: string): Promise<string[]> {
    const shown = (await catalog.entity(ref))?.metadata.annotations?.[REVISION];
    const revisions = register.staged
      .filter(one => one.ref === ref && one.revision === shown)
      .map(one => one.revision);
    return [...new Set(revisions)];
  }

  beforeAll(async () => {
    directory.setContent({
      'shown.yaml': assetYaml('shown'),
      'refused.yaml': assetYaml('refused'),
      'preview.yaml': assetYaml('shown', { amount: '2.00' }),
      'holder.yaml': assetYaml('contested'),
      'claimant.yaml': '',
    });
    late.refuses = ['refused'];
    catalog = await startCatalog({
      register: register.plugin,
      files: ['shown', 'refused', 'holder', 'claimant'].map(name =>
        directory.resolve(`${name}.yaml`),
      ),
      processors: [late],
    });
    await untilShown(catalog, [
      'asset:default/shown',
      'asset:default/contested',
    ]);
  });

  afterAll(() => catalog.stop());

  it('validating an entity changes no revision', async () => {
    const before = await catalog.entity('asset:default/shown');
    const response = await catalog.post('/validate-entity', {
      location: 'url:https://example.com/asset.yaml',
      entity: {
        apiVersion: 'itam/v1alpha1',
        kind: 'Asset',
        metadata: { name: 'shown' },
        spec: {
          class: 'hardware',
          type: 'server',
          stage: 'maintenance',
          owner: 'payments',
          financials: {
            purchase: { amount: '2.00', currency: 'EUR', date: '2024-04-01' },
          },
        },
      },
    });
    expect(response.status).toBe(200);
    await new Promise(resolve => setTimeout(resolve, 1_500));
    const after = await catalog.entity('asset:default/shown');
    expect(after?.metadata.annotations).toEqual(before?.metadata.annotations);
    expect(await activeRevisions('asset:default/shown')).not.toContain(
      register.latest('asset:default/shown')?.revision,
    );
  });

  it('a dry run of a location changes no revision', async () => {
    const before = await catalog.entity('asset:default/shown');
    const response = await catalog.post('/locations?dryRun=true', {
      type: 'file',
      target: directory.resolve('preview.yaml'),
    });
    expect(response.status).toBe(201);
    await new Promise(resolve => setTimeout(resolve, 1_500));
    const after = await catalog.entity('asset:default/shown');
    expect(after?.metadata.annotations).toEqual(before?.metadata.annotations);
    expect(await activeRevisions('asset:default/shown')).not.toContain(
      register.latest('asset:default/shown')?.revision,
    );
  });

  it('what a later processor refuses is never shown with its revision', async () => {
    await eventually(() =>
      expect(register.latest('asset:default/refused')).toBeDefined(),
    );
    expect(await activeRevisions('asset:default/refused')).toEqual([]);

    late.refuses = [];
    await eventually(async () =>
      expect(await activeRevisions('asset:default/refused')).toHaveLength(1),
    );

    // A change that is refused leaves the accepted revision in place.
    const [accepted] = await activeRevisions('asset:default/refused');
    late.refuses = ['refused'];
    directory.addContent({
      'refused.yaml': assetYaml('refused', { amount: '3.00' }),
    });
    await eventually(async () => {
      expect(register.latest('asset:default/refused')?.revision).not.toBe(
        accepted,
      );
      expect(
        (await catalog.entity('asset:default/refused'))?.status?.items,
      ).toHaveLength(1);
    });
    expect(await activeRevisions('asset:default/refused')).toContain(accepted);
    expect(await activeRevisions('asset:default/refused')).not.toContain(
      register.latest('asset:default/refused')?.revision,
    );
  });

  it('later processors see no money', () => {
    expect(late.seen.length).toBeGreaterThan(0);
    expect(late.seen.filter(entity => entity.spec?.financials)).toEqual([]);
  });

  it('the loser of a conflict is not delivered, but reported', async () => {
    const held = register.latest('asset:default/contested');
    directory.addContent({
      'claimant.yaml': assetYaml('contested', { amount: '4.00' }),
    });
    await eventually(() =>
      expect(register.incidents).toContainEqual({
        kind: 'conflict',
        ref: 'asset:default/contested',
        holder: expect.stringContaining('holder.yaml'),
        claimant: expect.stringContaining('claimant.yaml'),
        location: expect.stringContaining('claimant.yaml'),
      }),
    );
    expect(register.latest('asset:default/contested')).toEqual(held);
  });

  it('shows why the register refuses a declaration', async () => {
    register.refusals.set('asset:default/shown', {
      status: 409,
      message: 'asset:default/shown is registered in the register',
    });
    directory.addContent({
      'shown.yaml': assetYaml('shown', { amount: '5.00' }),
    });
    await eventually(async () =>
      expect(
        (
          await catalog.entity('asset:default/shown')
        )?.status?.items,
      ).toEqual([
        expect.objectContaining({
          message: expect.stringContaining(
            'ITAM register refused the declaration: asset:default/shown is registered in the register',
          ),
        }),
      ]),
    );
    register.refusals.clear();
    await eventually(async () =>
      expect(
        (
          await catalog.entity('asset:default/shown')
        )?.status,
      ).toBeUndefined(),
    );
  });
});

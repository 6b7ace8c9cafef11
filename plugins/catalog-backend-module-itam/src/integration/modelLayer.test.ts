import { createMockDirectory } from '@backstage/backend-test-utils';
import { inspect } from 'node:util';
import {
  assetYaml,
  contractYaml,
  licenseYaml,
} from '../__testUtils__/catalogFiles';
import { eventually } from '../__testUtils__/eventually';
import { FakeRegister } from '../__testUtils__/FakeRegister';
import {
  startCatalog,
  untilShown,
  type RunningCatalog,
} from '../__testUtils__/startCatalog';

jest.setTimeout(60_000);

const GROUP = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: payments }
spec: { type: team, children: [] }
`;

describe('the kinds in the declarative model', () => {
  const directory = createMockDirectory();
  const register = new FakeRegister();
  let catalog: RunningCatalog;

  beforeAll(async () => {
    directory.setContent({
      'all.yaml': [
        assetYaml('db'),
        licenseYaml('github-enterprise'),
        contractYaml('github-2026'),
        GROUP,
      ].join('---\n'),
      'wrong.yaml': assetYaml('wrong').replace(
        /class: .*/,
        'class: iron\n  "amount:4711.00": true',
      ),
      'wrong-group.yaml': GROUP.replace('type: team, ', '').replace(
        'payments',
        'typeless',
      ),
    });
    catalog = await startCatalog({
      register: register.plugin,
      files: ['all', 'wrong', 'wrong-group'].map(name =>
        directory.resolve(`${name}.yaml`),
      ),
      modelLayer: true,
    });
    await untilShown(catalog, [
      'asset:default/db',
      'license:default/github-enterprise',
      'contract:default/github-2026',
      'group:default/payments',
    ]);
  });
  afterAll(async () => await catalog.stop());

  it('are accepted, each relation there once', async () => {
    await eventually(async () => {
      for (const [ref, type, targetRef] of [
        ['asset:default/db', 'ownedBy', 'group:default/payments'],
        ['group:default/payments', 'ownerOf', 'asset:default/db'],
        ['asset:default/db', 'usedBy', 'component:default/payments-api'],
        [
          'contract:default/github-2026',
          'covers',
          'license:default/github-enterprise',
        ],
        [
          'license:default/github-enterprise',
          'coveredBy',
          'contract:default/github-2026',
        ],
      ]) {
        const relations = (await catalog.entity(ref))?.relations ?? [];
        expect([
          ref,
          relations.filter(
            one => one.type === type && one.targetRef === targetRef,
          ),
        ]).toEqual([ref, [{ type, targetRef }]]);
      }
    });
  });

  it('are loaded as a layer', () => {
    expect(catalog.logs.join('\n')).toContain(
      'Loaded catalog model layer: backstage-itam/kinds',
    );
  });

  it('keep no money in the catalog, and quote none when refused', async () => {
    const shown = JSON.stringify(await catalog.entity('asset:default/db'));
    expect(shown).not.toContain('financials');
    const errors = () =>
      inspect(
        catalog.events.filter(
          ({ topic }) => topic === 'experimental.catalog.errors',
        ),
        { depth: 6 },
      );
    await eventually(async () => {
      expect(errors()).toContain('/spec/class must be equal to one of');
    });
    expect(await catalog.entity('asset:default/wrong')).toBeUndefined();
    expect(errors()).not.toContain('4711.00');
    expect(catalog.logs.join('\n')).not.toContain('4711.00');
  });

  it('leave the built-in kinds checked', async () => {
    expect(await catalog.entity('group:default/payments')).toBeDefined();
    expect(await catalog.entity('group:default/typeless')).toBeUndefined();
  });
});

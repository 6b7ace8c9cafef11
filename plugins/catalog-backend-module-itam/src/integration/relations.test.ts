import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  assetYaml,
  contractYaml,
  licenseYaml,
} from '../__testUtils__/catalogFiles';
import { eventually } from '../__testUtils__/eventually';
import { FakeRegister } from '../__testUtils__/FakeRegister';
import { RunningCatalog, startCatalog } from '../__testUtils__/startCatalog';

jest.setTimeout(60_000);

const NEIGHBOURS = [
  ['Group', 'payments'],
  ['Group', 'platform'],
  ['Group', 'procurement'],
  ['User', 'guest'],
  ['Component', 'payments-api'],
  ['System', 'delivery'],
  ['Resource', 'runners'],
];

const SPECS: Record<string, string> = {
  Group: '{ type: team, children: [] }',
  User: '{ memberOf: [] }',
};

function neighbourYaml([kind, name]: string[]): string {
  return `---
apiVersion: backstage.io/v1alpha1
kind: ${kind}
metadata: { name: ${name} }
spec: ${SPECS[kind] ?? '{ type: x, lifecycle: production, owner: someone }'}
`;
}

describe('relations in the catalog', () => {
  const directory = createMockDirectory();
  const register = new FakeRegister();
  let catalog: RunningCatalog;

  beforeAll(async () => {
    directory.setContent({
      'asset.yaml': `${assetYaml('db')}---\n${assetYaml('rack-14', {
        extra: '',
      }).replace('  partOf: rack-14\n', '')}`,
      'license.yaml': licenseYaml('github-enterprise'),
      'contract.yaml': `${contractYaml('github-2026')}---\n${contractYaml(
        'github-master',
      ).replace('  partOf: github-master\n', '')}`,
      'neighbours.yaml': NEIGHBOURS.map(neighbourYaml).join(''),
    });
    catalog = await startCatalog({
      register: register.plugin,
      files: ['asset', 'license', 'contract', 'neighbours'].map(name =>
        directory.resolve(`${name}.yaml`),
      ),
    });
  });

  afterAll(() => catalog.stop());

  it.each([
    ['asset:default/db', 'ownedBy', 'ownerOf', 'group:default/payments'],
    ['asset:default/db', 'assignedTo', 'holderOf', 'user:default/guest'],
    ['asset:default/db', 'usedBy', 'uses', 'component:default/payments-api'],
    ['asset:default/db', 'partOf', 'hasPart', 'asset:default/rack-14'],
    [
      'license:default/github-enterprise',
      'ownedBy',
      'ownerOf',
      'group:default/platform',
    ],
    [
      'license:default/github-enterprise',
      'usedBy',
      'uses',
      'system:default/delivery',
    ],
    [
      'license:default/github-enterprise',
      'licensedUnder',
      'licenses',
      'contract:default/github-2026',
    ],
    [
      'contract:default/github-2026',
      'ownedBy',
      'ownerOf',
      'group:default/procurement',
    ],
    [
      'contract:default/github-2026',
      'covers',
      'coveredBy',
      'license:default/github-enterprise',
    ],
    ['contract:default/github-2026', 'covers', 'coveredBy', 'asset:default/db'],
    [
      'contract:default/github-2026',
      'usedBy',
      'uses',
      'resource:default/runners',
    ],
    [
      'contract:default/github-2026',
      'partOf',
      'hasPart',
      'contract:default/github-master',
    ],
  ])('%s %s / %s %s', async (from, type, reverseType, to) => {
    await eventually(async () => {
      expect((await catalog.entity(from))?.relations).toContainEqual({
        type,
        targetRef: to,
      });
      expect((await catalog.entity(to))?.relations).toContainEqual({
        type: reverseType,
        targetRef: from,
      });
    });
  });

  it('keeps references to what is not in the catalog', async () => {
    await eventually(async () => {
      expect(
        (await catalog.entity('contract:default/github-master'))?.relations,
      ).toContainEqual({
        type: 'covers',
        targetRef: 'license:default/github-enterprise',
      });
    });
  });
});

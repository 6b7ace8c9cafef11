import { mockServices } from '@backstage/backend-test-utils';
import { itamPermissions } from '@backstage-itam/plugin-itam-common';
import type { PermissionResourceRef } from '@backstage/plugin-permission-node';
import type { Permission } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { shopCatalog, shopRecords } from '../router/__testUtils__/shop';
import { NOW, seedRegister } from '../router/__testUtils__/startRegister';
import { registerPermissions } from './registerPermissions';

jest.setTimeout(120_000);

const databases = registerDatabases();

interface Registered {
  resourceRef: PermissionResourceRef;
  permissions?: Permission[];
  getResources?(refs: string[]): Promise<unknown[]>;
}

describe.each(engines)('registered permissions on %s', engine => {
  let knex: Knex;
  const types = new Map<string, Registered>();
  let plain: Permission[] = [];

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await seedRegister(knex, { catalog: shopCatalog, records: shopRecords });
    registerPermissions({
      knex,
      now: () => DateTime.fromISO(NOW, { zone: 'utc' }),
      permissionsRegistry: mockServices.permissionsRegistry.mock({
        addPermissions: permissions => {
          plain = permissions;
        },
        addResourceType: (type: Registered) => {
          types.set(type.resourceRef.resourceType, type);
        },
      }),
    });
  });

  it('are all permissions, each once', () => {
    const names = [
      ...plain,
      ...[...types.values()].flatMap(type => type.permissions ?? []),
    ].map(({ name }) => name);
    expect(names.sort()).toEqual(itamPermissions.map(one => one.name).sort());
  });

  it('load records with their groups, holders and service owners', async () => {
    const load = types.get('itam-record')?.getResources;
    expect(
      await load?.(['asset:default/db', 'asset:default/nothing']),
    ).toMatchObject([
      {
        ref: 'asset:default/db',
        kind: 'Asset',
        class: 'hardware',
        costCenter: 'CC-1',
        ownerRefs: ['group:default/payments', 'group:default/commerce'],
        holderRefs: [],
      },
      undefined,
    ]);
    expect(await load?.(['asset:default/laptop'])).toMatchObject([
      {
        holderRefs: expect.arrayContaining([
          'user:default/member',
          'group:default/payments',
          'group:default/commerce',
        ]),
      },
    ]);
    // The seat that ended in February holds no more.
    expect(
      JSON.stringify(await load?.(['license:default/github'])),
    ).not.toContain('user:default/manager');
  });

  it('load cost nodes of every kind, and none for nonsense', async () => {
    const load = types.get('itam-cost-node')?.getResources;
    expect(
      await load?.([
        'component:default/web',
        'group:default/payments',
        'user:default/member',
        'asset:default/secret',
        'supplier:dell',
        'all',
        'component:default/nowhere',
        'nonsense',
        'location:default/x',
      ]),
    ).toMatchObject([
      {
        kind: 'component',
        ownerRefs: ['group:default/storefront', 'group:default/commerce'],
      },
      {
        kind: 'group',
        ownerRefs: ['group:default/payments', 'group:default/commerce'],
      },
      {
        kind: 'user',
        ownerRefs: expect.arrayContaining([
          'user:default/member',
          'group:default/commerce',
        ]),
      },
      {
        kind: 'asset',
        ownerRefs: expect.arrayContaining([
          'group:default/other',
          'group:default/payments',
        ]),
      },
      { kind: 'supplier', ownerRefs: [] },
      { kind: 'all', ownerRefs: [] },
      { kind: 'component', ownerRefs: [] },
      undefined,
      undefined,
    ]);
  });
});

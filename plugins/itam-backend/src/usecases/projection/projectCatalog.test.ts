import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { asset, node } from '../../__testUtils__/entities';
import { readMonth } from '../../__testUtils__/readMonth';
import { engines } from '../../__testUtils__/registerDatabases';
import {
  minutesAfter,
  TestRegister,
  testRegisters,
  TODAY,
} from '../../__testUtils__/testRegister';
import { settingKeys } from '../../database/settingKeys';
import { readSetting } from '../../stores/settings/readSetting';
import { checkReadModel } from '../costs/recomputeReadModel';
import { projectCatalog } from './projectCatalog';

jest.setTimeout(60_000);

function storeOrganisation(register: TestRegister): void {
  register.store(node('group:company'));
  register.store(node('group:commerce', ['childOf group company']));
  register.store(node('group:payments', ['childOf group commerce']));
  register.store(node('group:platform', ['childOf group company']));
  register.store(node('user:erin', ['memberOf group payments']));
  register.store(node('domain:shop', ['ownedBy group company']));
  register.store(
    node('system:checkout', ['partOf domain shop', 'ownedBy group platform']),
  );
  register.store(
    node('component:api', ['partOf system checkout', 'ownedBy group payments']),
  );
}

const ancestors = (register: TestRegister, dimension: string, ref: string) =>
  register
    .database('node_closure')
    .where({ dimension, descendant_ref: ref })
    .orderBy('depth')
    .pluck('ancestor_ref');

describe.each(engines)('projection of the catalog on %p', engine => {
  const start = testRegisters();

  it('keeps nodes, members and ancestors', async () => {
    const register = await start(engine);
    storeOrganisation(register);
    expect(await register.project()).toEqual({ changed: true, nodes: 8 });

    expect(
      await register.database('nodes').where('ref', 'component:default/api'),
    ).toMatchObject([
      {
        kind: 'component',
        type: 'any',
        owner_ref: 'group:default/payments',
        system_ref: 'system:default/checkout',
      },
    ]);
    expect(await register.database('memberships').select()).toEqual([
      { user_ref: 'user:default/erin', group_ref: 'group:default/payments' },
    ]);
    expect(await ancestors(register, 'group', 'user:default/erin')).toEqual([
      'user:default/erin',
      'group:default/payments',
      'group:default/commerce',
      'group:default/company',
    ]);
    expect(await ancestors(register, 'part', 'component:default/api')).toEqual([
      'component:default/api',
      'system:default/checkout',
      'domain:default/shop',
    ]);
    expect(
      await readSetting(register.database, settingKeys.projectionSyncedAt),
    ).toBe(TODAY.toISOString());

    expect(await register.project()).toMatchObject({ changed: false });
  });

  it('moves roll-ups with the organisation', async () => {
    const register = await start(engine);
    await register.declare(asset('a'));
    await register.activate();
    storeOrganisation(register);
    await register.project();
    const cost = (basis: 'used' | 'owned', ref: string) =>
      readMonth(register.database, basis, ref, '2026-05');
    for (const group of ['payments', 'commerce', 'company']) {
      expect(await cost('owned', `group:default/${group}`)).toEqual({
        EUR: 1200n,
      });
      expect(await cost('used', `group:default/${group}`)).toEqual({
        EUR: 600n,
      });
    }
    expect(await cost('used', 'domain:default/shop')).toEqual({ EUR: 600n });
    expect(await checkReadModel(register)).toMatchObject({ equal: true });

    // Payments moves below platform, and another team takes the service over.
    register.store(node('group:payments', ['childOf group platform']));
    register.store(node('component:api', ['ownedBy group commerce']));
    await register.project();
    expect(await cost('owned', 'group:default/platform')).toEqual({
      EUR: 1200n,
    });
    expect(await cost('owned', 'group:default/commerce')).toEqual({});
    expect(await cost('used', 'group:default/commerce')).toEqual({ EUR: 600n });
    expect(await cost('used', 'group:default/payments')).toEqual({});
    expect(await cost('used', 'domain:default/shop')).toEqual({});
    expect(await checkReadModel(register)).toMatchObject({ equal: true });

    // A removed group leaves its records to themselves.
    register.catalogEntities.delete('group:default/payments');
    await register.project();
    expect(await cost('owned', 'group:default/payments')).toEqual({
      EUR: 1200n,
    });
    expect(await cost('owned', 'group:default/platform')).toEqual({});
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });

  it('moves what a system uses by itself apart from what its parts use', async () => {
    const register = await start(engine);
    storeOrganisation(register);
    await register.project();
    await register.declare(
      asset('a', {
        services: [
          { ref: 'system:default/checkout', share: 50 },
          { ref: 'component:default/api', share: 50 },
        ],
      }),
    );
    await register.activate();
    const used = (ref: string) =>
      readMonth(register.database, 'used', ref, '2026-05');
    expect(await used('system:default/checkout')).toEqual({ EUR: 1200n });
    expect(await used('group:default/platform')).toEqual({ EUR: 600n });

    register.store(node('domain:stores', ['ownedBy group platform']));
    register.store(
      node('system:checkout', [
        'partOf domain stores',
        'ownedBy group commerce',
      ]),
    );
    await register.project();
    expect(await used('system:default/checkout')).toEqual({ EUR: 1200n });
    expect(await used('domain:default/stores')).toEqual({ EUR: 1200n });
    expect(await used('domain:default/shop')).toEqual({});
    expect(await used('group:default/platform')).toEqual({});
    expect(await used('group:default/commerce')).toEqual({ EUR: 1200n });
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });

  it('ends in cycles of groups and systems', async () => {
    const register = await start(engine);
    register.store(node('group:a', ['childOf group b']));
    register.store(node('group:b', ['childOf group c']));
    register.store(node('group:c', ['childOf group a', 'childOf group c']));
    register.store(node('domain:x', ['partOf domain y']));
    register.store(node('domain:y', ['partOf domain x']));
    await register.project();
    expect(await ancestors(register, 'group', 'group:default/a')).toEqual([
      'group:default/a',
      'group:default/b',
      'group:default/c',
    ]);
    expect(await ancestors(register, 'part', 'domain:default/x')).toEqual([
      'domain:default/x',
      'domain:default/y',
    ]);
    await register.declare(asset('a', { owner: 'b' }));
    await register.activate();
    expect(
      await readMonth(register.database, 'owned', 'group:default/c', '2026-05'),
    ).toEqual({ EUR: 1200n });
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });

  it('keeps what it has when the catalog answers with nothing', async () => {
    const register = await start(engine);
    storeOrganisation(register);
    await register.project();
    register.catalogEntities.clear();
    await expect(register.project(minutesAfter(TODAY, 1))).rejects.toThrow(
      /no entities/,
    );
    expect(await register.database('nodes').select('ref')).toHaveLength(8);
    expect(
      await readSetting(register.database, settingKeys.projectionLastError),
    ).toMatch(/no entities/);
    expect(
      await readSetting(register.database, settingKeys.projectionSyncedAt),
    ).toBe(TODAY.toISOString());
  });

  it('writes nothing of a run that another one has overtaken', async () => {
    const register = await start(engine);
    storeOrganisation(register);
    await register.project();
    const catalog = catalogServiceMock.mock({
      async *streamEntities() {
        yield [node('group:of-yesterday')];
        // Stopped here, while another replica reads the catalog.
        register.store(node('group:new'));
        await register.project(minutesAfter(TODAY, 5));
      },
    });
    await expect(
      projectCatalog({ ...register.deps(), catalog }, TODAY),
    ).rejects.toThrow(/another process/i);
    expect(await register.database('nodes').pluck('ref')).toHaveLength(9);
    expect(
      await readSetting(register.database, settingKeys.projectionSyncedAt),
    ).toBe(minutesAfter(TODAY, 5).toISOString());
    expect(
      await readSetting(register.database, settingKeys.projectionLastError),
    ).toBe('');
  });

  it('keeps what it has when the catalog stops half-way', async () => {
    const register = await start(engine);
    storeOrganisation(register);
    await register.project();
    const catalog = catalogServiceMock.mock({
      async *streamEntities() {
        yield [node('group:company')];
        throw new Error('secret detail');
      },
    });
    await expect(
      projectCatalog({ ...register.deps(), catalog }, TODAY),
    ).rejects.toThrow();
    expect(await register.database('nodes').select('ref')).toHaveLength(8);
    expect(
      await readSetting(register.database, settingKeys.projectionLastError),
    ).not.toContain('secret');

    await register.project();
    expect(
      await readSetting(register.database, settingKeys.projectionLastError),
    ).toBe('');
  });
});

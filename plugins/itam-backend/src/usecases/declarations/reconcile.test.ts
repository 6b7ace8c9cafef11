import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { asset, license } from '../../__testUtils__/entities';
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
import { getDeclarationState } from './declarationState';
import { reconcile } from './reconcile';

jest.setTimeout(60_000);

async function withRecords(register: TestRegister): Promise<void> {
  for (const name of ['a', 'b', 'c']) {
    await register.declare(asset(name));
  }
  await register.activate();
}

const retiredRefs = (register: TestRegister) =>
  register
    .database('records')
    .whereNotNull('retired_at')
    .orderBy('ref')
    .pluck('ref');

describe.each(engines)('reconciliation on %p', engine => {
  const start = testRegisters();

  it('retires what is gone for longer than the grace time', async () => {
    const register = await start(engine);
    await withRecords(register);
    register.catalogEntities.delete('asset:default/a');

    await register.reconcile(TODAY);
    await register.reconcile(minutesAfter(TODAY, 4));
    expect(await retiredRefs(register)).toEqual([]);
    expect(await register.reconcile(minutesAfter(TODAY, 6))).toMatchObject({
      retired: 1,
    });
    expect(await retiredRefs(register)).toEqual(['asset:default/a']);

    const cost = (month: string) =>
      readMonth(register.database, 'owned', 'asset:default/a', month);
    expect(await cost('2026-05')).toEqual({ EUR: 1200n });
    expect(await cost('2026-06')).toEqual({});
    expect(
      await register.database('history').orderBy('sequence').pluck('action'),
    ).toEqual(['declared', 'declared', 'declared', 'retired']);
    expect(await checkReadModel(register)).toMatchObject({ equal: true });

    // Declared again it lives on, without a gap.
    await register.declare(asset('a'), minutesAfter(TODAY, 7));
    await register.activate(minutesAfter(TODAY, 8));
    expect(await retiredRefs(register)).toEqual([]);
    expect(await cost('2026-06')).toEqual({ EUR: 1200n });
  });

  it('does not retire what comes back in time', async () => {
    const register = await start(engine);
    await withRecords(register);
    const entity = register.catalogEntities.get('asset:default/a');
    register.catalogEntities.delete('asset:default/a');
    await register.reconcile(TODAY);
    register.store(entity!);
    await register.reconcile(minutesAfter(TODAY, 4));
    register.catalogEntities.delete('asset:default/a');
    await register.reconcile(minutesAfter(TODAY, 6));
    expect(await retiredRefs(register)).toEqual([]);
  });

  it('needs two passes, however long ago the first was', async () => {
    const register = await start(engine);
    await withRecords(register);
    register.catalogEntities.delete('asset:default/a');
    await register.reconcile(minutesAfter(TODAY, 600));
    expect(await retiredRefs(register)).toEqual([]);
  });

  it('takes orphans for gone', async () => {
    const register = await start(engine);
    await withRecords(register);
    const entity = register.catalogEntities.get('asset:default/b')!;
    register.store({
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          'backstage.io/orphan': 'true',
        },
      },
    });
    await register.reconcile(TODAY);
    await register.reconcile(minutesAfter(TODAY, 6));
    expect(await retiredRefs(register)).toEqual(['asset:default/b']);
  });

  it.each([
    ['an empty answer', 0],
    ['fewer than half', 1],
  ])('retires nothing on %s and raises an alarm', async (_, left) => {
    const register = await start(engine);
    await withRecords(register);
    const all = new Map(register.catalogEntities);
    ['a', 'b', 'c'].slice(left).forEach(name => {
      register.catalogEntities.delete(`asset:default/${name}`);
    });
    await register.reconcile(TODAY);
    const { alarm } = await register.reconcile(minutesAfter(TODAY, 60));
    expect(alarm).toMatch(/nothing was retired/);
    expect(await retiredRefs(register)).toEqual([]);
    expect(await readSetting(register.database, settingKeys.guardAlarm)).toBe(
      alarm,
    );

    all.forEach(entity => register.store(entity));
    await register.reconcile(minutesAfter(TODAY, 61));
    expect(await readSetting(register.database, settingKeys.guardAlarm)).toBe(
      '',
    );
  });

  it('retires nothing in a run that another one has overtaken', async () => {
    const register = await start(engine);
    await withRecords(register);
    const back = register.catalogEntities.get('asset:default/a');
    register.catalogEntities.delete('asset:default/a');
    await register.reconcile(TODAY);
    await register.reconcile(minutesAfter(TODAY, 4));
    const shown = [...register.catalogEntities.values()];
    const catalog = catalogServiceMock.mock({
      async *streamEntities() {
        yield shown;
        // Stopped here, until it is back and another replica has seen it.
        if (back) {
          register.store(back);
        }
        await register.reconcile(minutesAfter(TODAY, 5));
      },
    });
    await expect(
      reconcile({ ...register.deps(), catalog }, minutesAfter(TODAY, 20)),
    ).rejects.toThrow(/another process/i);
    expect(await retiredRefs(register)).toEqual([]);
    expect(await register.database('absent_records').select()).toEqual([]);
  });

  it('retires nothing when the catalog stops half-way', async () => {
    const register = await start(engine);
    await withRecords(register);
    const catalog = catalogServiceMock.mock({
      async *streamEntities() {
        yield [register.catalogEntities.get('asset:default/a')!];
        throw new Error('connection lost');
      },
    });
    for (const minutes of [0, 6, 12]) {
      await expect(
        reconcile(
          { ...register.deps(), catalog },
          minutesAfter(TODAY, minutes),
        ),
      ).rejects.toThrow('connection lost');
    }
    expect(await retiredRefs(register)).toEqual([]);
  });

  it('wants what it lacks or has in another revision', async () => {
    const register = await start(engine);
    await withRecords(register);
    const carrying = (entity: Entity, revision: string): Entity => ({
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: { 'itam/declaration-revision': revision },
      },
    });
    register.store(carrying(asset('a'), 'other'));
    register.store(carrying(license('new'), 'unknown'));
    // Published by the register itself.
    register.store({
      ...asset('own'),
      metadata: {
        name: 'own',
        annotations: { 'backstage.io/managed-by-location': 'itam:register' },
      },
    });
    await register.reconcile();
    expect((await getDeclarationState(register)).wanted.sort()).toEqual([
      'asset:default/a',
      'license:default/new',
    ]);

    // What is delivered is no longer wanted.
    await register.declare(license('new'));
    await register.reconcile(minutesAfter(TODAY, 1));
    expect((await getDeclarationState(register)).wanted).toEqual([
      'asset:default/a',
    ]);
  });

  it('does not ask at once for what it has just refused', async () => {
    const register = await start(engine);
    await register.declare(asset('a', { tag: 'T' }));
    await register.declare(asset('b', { tag: 'T' }));
    await register.activate();
    const refused = stringifyEntityRef(asset('b'));
    expect(await register.reconcile(minutesAfter(TODAY, 1))).toMatchObject({
      wanted: 0,
    });
    await register.reconcile(minutesAfter(TODAY, 10));
    expect((await getDeclarationState(register)).wanted).toEqual([refused]);
  });
});

import { setTimeout as wait } from 'node:timers/promises';
import {
  relationsOf,
  validateItamEntity,
  type PublicationScope,
} from '@backstage-itam/plugin-itam-common';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import { readPublishedHorizon } from '../../stores/queries/publishedHorizon';
import { prepareRegister } from '../prepareRegister';
import { contract, laptop, license } from './__testUtils__/entities';
import {
  writeRegistered,
  writeRegisteredIn,
} from './__testUtils__/registeredRecords';
import { listChangePage } from './listChangePage';
import { listPublishedPage } from './listPublishedPage';

jest.setTimeout(60_000);

const databases = registerDatabases();
const asOf = new Date('2026-10-15T12:00:00.000Z');
const DAY = '2026-10-15';

async function preparedRegister(engine: (typeof engines)[number]) {
  const database = await databases.empty(engine);
  await prepareRegister({ database }, asOf);
  return database;
}

describe.each(engines)('the feed of changes on %s', engine => {
  it.each<[PublicationScope, string[]]>([
    ['all', ['asset:default/linked', 'asset:default/lonely']],
    ['linked', ['asset:default/linked']],
    ['none', []],
  ])('shows what is in scope %s', async (scope, refs) => {
    const database = await preparedRegister(engine);
    await writeRegistered(database, laptop('linked', { linked: true }), asOf);
    await writeRegistered(database, laptop('lonely'), asOf);
    const deps = { database, scope };
    const all = await listPublishedPage(deps, { limit: 10 }, DAY);
    expect(all.items.map(({ ref }) => ref)).toEqual(refs);
    const { items } = await listChangePage(deps, { after: 0, limit: 10 }, DAY);
    expect(items.filter(({ entity }) => entity).map(({ ref }) => ref)).toEqual(
      refs,
    );
  });

  it('follows services that come and go by date', async () => {
    const database = await preparedRegister(engine);
    const services = [{ ref: 'component:default/payments-api' }];
    await writeRegistered(
      database,
      laptop('a', {
        spec: {
          services: [{ services }, { from: '2026-11-01', services: [] }],
        },
      }),
      asOf,
    );
    const shownOn = async (day: string) =>
      (
        await listPublishedPage(
          { database, scope: 'linked' },
          { limit: 10 },
          day,
        )
      ).items.length;
    expect(await shownOn('2026-10-31')).toBe(1);
    expect(await shownOn('2026-11-01')).toBe(0);
  });
});

describe.each(engines)('a change for a later day on %s', engine => {
  it('is published as what is going to be', async () => {
    const database = await preparedRegister(engine);
    await writeRegistered(database, laptop('a', { linked: true }), asOf);
    await writeRegistered(
      database,
      laptop('a', { spec: { owner: 'group:default/other' } }),
      asOf,
      '2026-11-01',
    );
    const shownOn = async (day: string) =>
      (
        await listPublishedPage(
          { database, scope: 'linked' },
          { limit: 10 },
          day,
        )
      ).items.map(({ entity }) => entity);

    const [before] = await shownOn('2026-10-31');
    expect(validateItamEntity(before)).toEqual([]);
    expect(before.spec).toMatchObject({
      owner: [
        { ref: 'group:default/payments' },
        { ref: 'group:default/other', from: '2026-11-01' },
      ],
      services: [
        { services: [{ ref: 'component:default/payments-api', share: 60 }] },
        { services: [], from: '2026-11-01' },
      ],
    });
    expect(
      relationsOf(before, '2026-10-31').map(({ targetRef }) => targetRef),
    ).toEqual(['group:default/payments', 'component:default/payments-api']);
    expect(await shownOn('2026-11-01')).toEqual([]);
  });

  it('shows what a contract covers on the day', async () => {
    const database = await preparedRegister(engine);
    await writeRegistered(
      database,
      contract('a', { covers: ['system:default/crm'] }),
      asOf,
    );
    await writeRegistered(
      database,
      contract('a', { covers: ['system:default/shop'] }),
      asOf,
      '2026-11-01',
    );
    const coveredOn = async (day: string) =>
      (
        await listPublishedPage(
          { database, scope: 'linked' },
          { limit: 10 },
          day,
        )
      ).items.map(({ entity }) => entity.spec?.covers);
    expect(await coveredOn('2026-10-31')).toEqual([['system:default/crm']]);
    expect(await coveredOn('2026-11-01')).toEqual([['system:default/shop']]);
  });
});

describe('a change that concerns very many records', () => {
  it('ends its page early, and the next one goes on', async () => {
    const database = await preparedRegister('SQLITE_3');
    const deps = { database, scope: 'linked' as const };
    await writeRegistered(
      database,
      license('seat', { contract: 'contract:default/frame' }),
      asOf,
    );
    const { id: _id, ...seat } = await database('records').first();
    for (let start = 0; start < 1_100; start += 20) {
      const names = Array.from({ length: 20 }, (_, at) => `s-${start + at}`);
      await database('records').insert(
        names.map(name => ({ ...seat, name, ref: `license:default/${name}` })),
      );
    }
    const { last: after } = await listChangePage(
      deps,
      { after: 0, limit: 500 },
      DAY,
    );
    await writeRegistered(
      database,
      contract('frame', { covers: ['system:default/crm'] }),
      asOf,
    );
    for (let at = 0; at < 60; at += 1) {
      await writeRegistered(database, laptop('a', { linked: true }), asOf);
    }
    const first = await listChangePage(deps, { after, limit: 500 }, DAY);
    expect(first.items.filter(({ entity }) => entity)).toHaveLength(1_103);
    expect(first).toMatchObject({ last: after + 50, more: true });
    const second = await listChangePage(
      deps,
      { after: first.last, limit: 500 },
      DAY,
    );
    expect(second.items.map(({ ref }) => ref)).toEqual(['asset:default/a']);
    expect(second).toMatchObject({ last: after + 61, more: false });
  });
});

describe('changes that are being written', () => {
  it('are waited for, so that no lower number is missed', async () => {
    const database = await preparedRegister('POSTGRES_15');
    const deps = { database, scope: 'all' as const };
    const slow = await database.transaction();
    await writeRegisteredIn(slow, laptop('slow'), asOf);
    await writeRegistered(database, laptop('fast'), asOf);

    const page = listChangePage(deps, { after: 0, limit: 10 }, DAY);
    await wait(300);
    await slow.commit();
    expect((await page).items.map(({ ref }) => ref)).toEqual([
      'asset:default/slow',
      'asset:default/fast',
    ]);
  });

  it('are not waited for when they began later', async () => {
    const database = await preparedRegister('POSTGRES_15');
    const first = await database.transaction();
    await writeRegisteredIn(first, laptop('first'), asOf);
    const horizon = readPublishedHorizon(database, 10_000);
    await wait(100);
    const later = await database.transaction();
    await writeRegisteredIn(later, laptop('later'), asOf);
    await first.commit();
    expect(await horizon).toBe(0);
    await later.rollback();
  });

  it('end the wait with 503 when they take long', async () => {
    const database = await preparedRegister('POSTGRES_15');
    const slow = await database.transaction();
    await writeRegisteredIn(slow, laptop('slow'), asOf);
    expect(await readPublishedHorizon(database, 50)).toBeUndefined();
    await expect(
      listPublishedPage({ database, scope: 'all' }, { limit: 10 }, DAY),
    ).rejects.toThrow('A large change is being written');
    await slow.rollback();
    expect(await readPublishedHorizon(database, 50)).toBe(0);
  });
});

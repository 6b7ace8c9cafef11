import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { settingKeys } from '../database/settingKeys';
import { writeSetting } from '../stores/settings/writeSetting';
import {
  contract,
  laptop,
  license,
  SECRET_AMOUNT,
} from '../usecases/publication/__testUtils__/entities';
import {
  retireRegistered,
  writeRegistered,
} from '../usecases/publication/__testUtils__/registeredRecords';
import {
  NOW,
  seedRegister,
  startRegister,
  type Persona,
  type Register,
} from './__testUtils__/startRegister';

jest.setTimeout(120_000);

const databases = registerDatabases();
const asOf = new Date(NOW);

type Item = { ref: string; sequence?: number; entity?: { spec: object } };

describe.each(engines)('publication routes on %s', engine => {
  let knex: Knex;
  let register: Register;

  const add = async (...entities: Entity[]) => {
    for (const entity of entities) {
      await writeRegistered(knex, entity, asOf);
    }
  };

  const changesAfter = async (after: number, limit = 500) => {
    const { status, body } = await register.get(
      'service',
      `/changes?after=${after}&limit=${limit}`,
    );
    expect(status).toBe(200);
    return body;
  };

  /** Refs that changed, and whether they are to be shown. */
  const shownAfter = async (after: number) => {
    const { items }: { items: Item[] } = await changesAfter(after);
    return Object.fromEntries(
      items.map(({ ref, entity }) => [ref, entity !== undefined]),
    );
  };

  const lastSequence = async (): Promise<number> =>
    (await changesAfter(0)).last;

  beforeEach(async () => {
    knex = await databases.migrated(engine);
    await seedRegister(knex, {
      catalog: [],
      records: [laptop('declared', { linked: true })],
    });
    register = await startRegister(knex, { catalog: [] });
  });

  afterEach(() => register.stop());

  it.each<[Persona, number]>([
    ['anonymous', 401],
    ['member', 403],
    ['manager', 403],
    ['finance', 403],
    ['denied', 403],
    ['broken', 403],
    ['service', 200],
  ])('answers %s with %i', async (persona, status) => {
    for (const path of ['/changes', '/changes?after=0', '/published']) {
      expect((await register.get(persona, path)).status).toBe(status);
    }
  });

  it('refuses what is no sequence, limit or cursor', async () => {
    for (const path of [
      '/changes?after=-1',
      '/changes?after=one',
      '/changes?after=1e300',
      '/changes?limit=501',
      '/published?limit=0',
      '/published?cursor=made-up',
      '/published?after=1',
    ]) {
      expect([path, (await register.get('service', path)).status]).toEqual([
        path,
        400,
      ]);
    }
  });

  it('lists registered records without money, and no declared ones', async () => {
    await add(
      laptop('linked', { linked: true, title: 'A laptop' }),
      laptop('lonely'),
    );
    const { body } = await register.get('service', '/published');
    expect(body.items).toEqual([
      {
        ref: 'asset:default/linked',
        entity: {
          apiVersion: 'itam/v1alpha1',
          kind: 'Asset',
          metadata: {
            name: 'linked',
            namespace: 'default',
            title: 'A laptop',
          },
          spec: expect.objectContaining({
            owner: 'group:default/payments',
            services: [{ ref: 'component:default/payments-api', share: 60 }],
          }),
        },
      },
    ]);
    expect(body.nextCursor).toBeUndefined();
    const feed = await changesAfter(0);
    expect(JSON.stringify([body, feed])).not.toContain(SECRET_AMOUNT);
    expect(await shownAfter(0)).toEqual({
      'asset:default/declared': false,
      'asset:default/linked': true,
      'asset:default/lonely': false,
    });
    expect(feed.epoch).toBe(body.epoch);
    expect(feed.last).toBe(body.last);
    expect(feed.more).toBe(false);
  });

  it('tells changes in order, each record once in its last state', async () => {
    await add(laptop('a', { linked: true }));
    const before = await lastSequence();
    await add(
      laptop('b', { linked: true }),
      laptop('a', { linked: true, spec: { model: 'First' } }),
      laptop('a', { linked: true, spec: { model: 'Second' } }),
    );
    const { items }: { items: Item[] } = await changesAfter(before);
    expect(items.map(({ ref }) => ref)).toEqual([
      'asset:default/b',
      'asset:default/a',
    ]);
    expect(items[1].entity?.spec).toMatchObject({ model: 'Second' });

    await retireRegistered(knex, 'asset:default/b', asOf);
    expect((await shownAfter(before))['asset:default/b']).toBe(false);
    expect((await changesAfter(await lastSequence())).items).toEqual([]);
  });

  it('can be followed page by page without losing a change', async () => {
    await add(
      ...Array.from({ length: 7 }, (_, at) =>
        laptop(`n-${at}`, { linked: true }),
      ),
    );
    const seen = new Set<string>();
    let after = 0;
    let pages = 0;
    for (;;) {
      const page = await changesAfter(after, 2);
      page.items.forEach((item: Item) => seen.add(item.ref));
      expect(page.last).toBeGreaterThan(after);
      after = page.last;
      pages += 1;
      if (!page.more) {
        break;
      }
    }
    expect(pages).toBeGreaterThan(3);
    expect(seen.size).toBe(8);
  });

  it('lists all in pages of which each continues the last', async () => {
    await add(
      ...Array.from({ length: 5 }, (_, at) =>
        laptop(`n-${at}`, { linked: at !== 2 }),
      ),
    );
    const first = await register.get('service', '/published?limit=2');
    // Comes while the pages are read, before what was read already.
    await add(laptop('a-late', { linked: true }));
    const refs = first.body.items.map((item: Item) => item.ref);
    let { nextCursor } = first.body;
    while (nextCursor) {
      const { status, body } = await register.get(
        'service',
        `/published?limit=2&cursor=${encodeURIComponent(nextCursor)}`,
      );
      expect(status).toBe(200);
      expect(body.last).toBe(first.body.last);
      refs.push(...body.items.map((item: Item) => item.ref));
      nextCursor = body.nextCursor;
    }
    expect(refs).toEqual([0, 1, 3, 4].map(at => `asset:default/n-${at}`));
    expect(await shownAfter(first.body.last)).toEqual({
      'asset:default/a-late': true,
    });
  });

  it('tells of records that are shown because of another one', async () => {
    await add(
      laptop('server'),
      contract('support', { covers: ['asset:default/server'] }),
      contract('frame'),
      license('seats', { contract: 'contract:default/frame' }),
      license('device', {
        metric: 'device',
        assignments: [{ to: 'asset:default/server' }],
      }),
    );
    let after = await lastSequence();
    expect((await register.get('service', '/published')).body.items).toEqual(
      [],
    );

    await add(laptop('server', { linked: true }));
    expect(await shownAfter(after)).toEqual({
      'asset:default/server': true,
      'contract:default/support': true,
      'license:default/device': true,
    });

    // A contract newly covers something that is linked.
    after = await lastSequence();
    await add(contract('frame', { covers: ['asset:default/server'] }));
    expect(await shownAfter(after)).toMatchObject({
      'contract:default/frame': true,
      // One step only.
      'license:default/seats': false,
    });

    // A licence becomes linked, and with it the contract it is under.
    await add(contract('frame'));
    after = await lastSequence();
    await add(
      license('seats', {
        contract: 'contract:default/frame',
        services: [{ ref: 'system:default/shop' }],
      }),
    );
    expect(await shownAfter(after)).toMatchObject({
      'contract:default/frame': true,
      'license:default/seats': true,
    });

    // The asset goes, and with it what was shown for it.
    after = await lastSequence();
    await retireRegistered(knex, 'asset:default/server', asOf);
    expect(await shownAfter(after)).toEqual({
      'asset:default/server': false,
      'contract:default/support': false,
      'license:default/device': false,
    });
    const { body } = await register.get('service', '/published');
    expect(body.items.map((item: Item) => item.ref)).toEqual([
      'contract:default/frame',
      'license:default/seats',
    ]);
  });

  it('says when it went back in time or is another register', async () => {
    const page = await changesAfter(1_000_000);
    expect(page.items).toEqual([]);
    expect(page.last).toBeLessThan(1_000_000);
    await writeSetting(knex, settingKeys.epoch, 'another');
    expect((await changesAfter(0)).epoch).toBe('another');
  });
});

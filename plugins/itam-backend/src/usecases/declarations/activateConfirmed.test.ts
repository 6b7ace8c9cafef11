import { InputError } from '@backstage/errors';
import { asset, contract, license } from '../../__testUtils__/entities';
import { readMonth } from '../../__testUtils__/readMonth';
import { engines } from '../../__testUtils__/registerDatabases';
import {
  minutesAfter,
  testRegisters,
  TODAY,
} from '../../__testUtils__/testRegister';
import { checkReadModel } from '../costs/recomputeReadModel';
import { getDeclarationState } from './declarationState';

jest.setTimeout(60_000);

describe.each(engines)('delivery of declarations on %p', engine => {
  const start = testRegisters();

  it('stages without changing a record', async () => {
    const register = await start(engine);
    await register.stage(asset('a'));

    expect(await register.activate()).toMatchObject({ activated: 0 });
    for (const table of ['records', 'history', 'cost_segments', 'cost_vec']) {
      expect(await register.database(table).select()).toEqual([]);
    }
  });

  it('activates only what the catalog has stored', async () => {
    const register = await start(engine);
    const first = asset('a');
    await register.declare(first);
    // A preview of other content: staged, but never stored.
    await register.stage(asset('a', { location: 'elsewhere' }));

    expect(await register.activate()).toMatchObject({ activated: 1 });
    const [record] = await register.database('records').select();
    expect(record).toMatchObject({
      ref: 'asset:default/a',
      title: 'Asset a',
      owner_ref: 'group:default/payments',
      cost_center: 'CC-1',
      location: null,
      version: 1,
      source_location: 'url:https://x/y',
    });
    expect(record.spec).not.toContain('144.00');
    expect(await register.database('record_services').select()).toMatchObject([
      {
        service_ref: 'component:default/api',
        share_bp: 5000,
        inherited_from: null,
      },
    ]);
    expect(
      await readMonth(register.database, 'used', 'all', '2026-05'),
    ).toEqual({ EUR: 1200n });
    expect(
      await readMonth(
        register.database,
        'used',
        'component:default/api',
        '2026-05',
      ),
    ).toEqual({ EUR: 600n });
    expect(
      await readMonth(
        register.database,
        'owned',
        'group:default/payments',
        '2026-05',
      ),
    ).toEqual({ EUR: 1200n });
  });

  it('makes another revision of a change of money alone', async () => {
    const register = await start(engine);
    const before = await register.declare(asset('a'));
    const shuffled = asset('a');
    shuffled.spec = Object.fromEntries(
      Object.entries(shuffled.spec ?? {}).reverse(),
    );
    expect(await register.stage(shuffled)).toBe(before);
    const after = await register.declare(
      asset('a', {
        financials: {
          purchase: { amount: '288.00', currency: 'EUR', date: '2026-01-01' },
          depreciation: { method: 'straight-line', months: 12 },
        },
      }),
    );
    expect(after).toMatch(/^[0-9a-f]{32}$/);
    expect(after).not.toBe(before);
  });

  it('keeps the past when an owner changes', async () => {
    const register = await start(engine);
    await register.declare(asset('a'));
    await register.activate(new Date('2026-01-05T00:00:00.000Z'));
    await register.declare(asset('a', { owner: 'platform' }));
    await register.activate();

    const owned = (group: string, month: string) =>
      readMonth(register.database, 'owned', `group:default/${group}`, month);
    expect(await owned('payments', '2026-04')).toEqual({ EUR: 1200n });
    expect(await owned('platform', '2026-04')).toEqual({});
    expect(await owned('payments', '2026-05')).toEqual({});
    expect(await owned('platform', '2026-05')).toEqual({ EUR: 1200n });
    expect(
      await register
        .database('history')
        .orderBy('sequence')
        .select('action', 'changes', 'actor'),
    ).toEqual([
      { action: 'declared', changes: '[]', actor: 'catalog' },
      { action: 'changed', changes: '["spec.owner"]', actor: 'catalog' },
    ]);
  });

  it('forgets what is never confirmed, and keeps 20 revisions of a ref', async () => {
    const register = await start(engine);
    for (let index = 0; index < 25; index++) {
      await register.stage(
        asset('a', { location: `rack ${index}` }),
        minutesAfter(TODAY, index / 60),
      );
    }
    expect(await register.database('declarations').select('ref')).toHaveLength(
      20,
    );
    expect(await register.activate(minutesAfter(TODAY, 61))).toMatchObject({
      expired: 20,
    });
    expect(await register.database('declarations').select()).toEqual([]);
  });

  it('keeps a later revision that waits while an earlier one is confirmed', async () => {
    const register = await start(engine);
    await register.declare(asset('a'));
    await register.stage(
      asset('a', { location: 'later' }),
      minutesAfter(TODAY, 1),
    );
    await register.activate(minutesAfter(TODAY, 2));
    expect(await register.database('declarations').select('ref')).toHaveLength(
      1,
    );
    await register.declare(
      asset('a', { location: 'later' }),
      minutesAfter(TODAY, 3),
    );
    await register.activate(minutesAfter(TODAY, 4));
    expect(
      await register.database('records').select('location', 'version'),
    ).toEqual([{ location: 'later', version: 2 }]);
  });

  it('refuses an invalid entity without telling its money', async () => {
    const register = await start(engine);
    const staging = register.stage(
      asset('a', {
        owner: '',
        financials: {
          purchase: { amount: '12.345', currency: 'EUR', date: '2026-01-01' },
        },
      }),
    );
    await expect(staging).rejects.toThrow(InputError);
    await expect(staging).rejects.toThrow(/spec\.financials\.purchase\.amount/);
    await expect(staging).rejects.not.toThrow(/12\.345/);
    expect(await register.database('declarations').select()).toEqual([]);
  });

  it('refuses the second record with a tag or serial number', async () => {
    const register = await start(engine);
    const serial = { serialNumber: '0012', manufacturer: 'Dell' };
    await register.declare(asset('a', { tag: 'HW-1', ...serial }));
    await register.activate();
    await register.declare(asset('b', { tag: 'HW-1' }));
    await register.declare(asset('c', serial));
    await register.declare(asset('d', { ...serial, manufacturer: 'HP' }));

    expect(await register.activate()).toMatchObject({
      activated: 1,
      refused: 2,
    });
    const incidents = await register.database('incidents').orderBy('ref');
    expect(incidents).toMatchObject([
      { ref: 'asset:default/b', kind: 'error', source: 'register' },
      { ref: 'asset:default/c', kind: 'error', source: 'register' },
    ]);
    for (const incident of incidents) {
      expect(incident.holder).toBe('asset:default/a');
      expect(incident.message).not.toContain('asset:default/a');
    }

    // Once it is put right the incident goes.
    await register.declare(asset('b', { tag: 'HW-2' }));
    await register.activate();
    expect(await register.database('incidents').select('ref')).toEqual([
      { ref: 'asset:default/c' },
    ]);
  });

  it('refuses a cycle by name and leaves the record as it was', async () => {
    const register = await start(engine);
    await register.declare(asset('a'));
    await register.declare(asset('b', { partOf: 'a' }));
    await register.declare(asset('c', { partOf: 'b' }));
    await register.activate();
    await register.declare(asset('a', { partOf: 'c', location: 'new' }));

    expect(await register.activate()).toMatchObject({ refused: 1 });
    const [incident] = await register.database('incidents').select();
    expect(incident.message).toContain(
      'asset:default/a → asset:default/c → asset:default/b → asset:default/a',
    );
    expect(
      await register
        .database('records')
        .where('name', 'a')
        .select('location', 'version'),
    ).toEqual([{ location: null, version: 1 }]);
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });

  it('refuses a ref the register holds itself', async () => {
    const register = await start(engine);
    await register.declare(asset('a'));
    await register.activate();
    await register.database('records').update({ origin: 'registered' });
    await register.declare(asset('a', { location: 'new' }));

    expect(await register.activate()).toMatchObject({ refused: 1 });
    expect(await register.database('incidents').select()).toMatchObject([
      {
        kind: 'conflict',
        ref: 'asset:default/a',
        holder: 'registered',
        claimant: 'url:https://x/y',
      },
    ]);
  });

  it('computes again what depends on a record', async () => {
    const register = await start(engine);
    await register.declare(asset('rack'));
    await register.declare(
      asset('server', { partOf: 'rack', services: [], tag: 'S' }),
    );
    await register.declare(
      contract('support', {
        covers: ['asset:default/server', 'license:default/l'],
      }),
    );
    await register.declare(
      license('l', { services: [{ ref: 'component:default/other' }] }),
    );
    await register.activate();
    const used = (service: string) =>
      readMonth(
        register.database,
        'used',
        `component:default/${service}`,
        '2026-05',
      );
    // Rack 6.00, server 6.00 by its rack, contract 30.00 · ½ · ½ = 7.50.
    expect(await used('api')).toEqual({ EUR: 1950n });
    expect(await used('other')).toEqual({ EUR: 1500n, USD: 2000n });

    await register.declare(
      asset('rack', { services: [{ ref: 'component:default/api' }] }),
    );
    await register.activate(new Date('2026-05-21T00:00:00.000Z'));
    expect(await used('api')).toEqual({ EUR: 3900n });
    expect(
      await register
        .database('record_services')
        .join('records', 'records.id', 'record_services.record_id')
        .orderBy(['name', 'service_ref'])
        .select('name', 'service_ref', 'share_bp', 'inherited_from'),
    ).toEqual([
      expect.objectContaining({ name: 'l', inherited_from: null }),
      expect.objectContaining({ name: 'rack', share_bp: 10000 }),
      expect.objectContaining({
        name: 'server',
        service_ref: 'component:default/api',
        inherited_from: 'asset:default/rack',
      }),
      expect.objectContaining({
        name: 'support',
        service_ref: 'component:default/api',
        share_bp: 5000,
        inherited_from: 'asset:default/server',
      }),
      expect.objectContaining({
        name: 'support',
        service_ref: 'component:default/other',
        share_bp: 5000,
      }),
    ]);
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });

  it('counts a licence price no more once its contract charges', async () => {
    const register = await start(engine);
    await register.declare(license('l', { contract: 'c' }));
    await register.activate();
    const all = () => readMonth(register.database, 'owned', 'all', '2026-05');
    expect(await all()).toEqual({ USD: 2000n });

    await register.declare(contract('c', { type: 'subscription' }));
    await register.activate();
    expect(await all()).toEqual({ EUR: 3000n });
  });

  it('refuses a depreciation the defaults leave without a life', async () => {
    const register = await start(engine);
    await register.declare(
      asset('a', {
        financials: {
          purchase: { amount: '144.00', currency: 'EUR', date: '2026-01-01' },
          depreciation: { method: 'straight-line' },
        },
      }),
    );
    expect(await register.activate()).toMatchObject({ refused: 1 });
    expect(await register.database('records').select()).toEqual([]);
  });

  it('takes the rest of a batch when some of it is refused', async () => {
    const register = await start(engine);
    const withoutLife = {
      financials: {
        purchase: { amount: '144.00', currency: 'EUR', date: '2026-01-01' },
        depreciation: { method: 'straight-line' },
      },
    };
    await register.declare(asset('a', { tag: 'T' }));
    await register.declare(asset('b', withoutLife));
    await register.declare(asset('c', { tag: 'T' }));
    await register.declare(asset('d', { partOf: 'a' }));
    expect(await register.activate()).toMatchObject({
      activated: 2,
      refused: 2,
    });
    expect(
      await register.database('records').orderBy('ref').pluck('name'),
    ).toEqual(['a', 'd']);
    expect(
      await register.database('incidents').orderBy('ref').pluck('ref'),
    ).toEqual(['asset:default/b', 'asset:default/c']);
    expect(await register.database('declarations').select()).toEqual([]);
    expect(await register.database('history').pluck('action')).toHaveLength(2);
    expect(await checkReadModel(register)).toMatchObject({ equal: true });
  });

  it('holds nothing up for one that cannot be read', async () => {
    const register = await start(engine);
    for (const name of ['a', 'b', 'c']) {
      await register.declare(asset(name));
    }
    await register
      .database('declarations')
      .where('ref', 'asset:default/b')
      .update({ payload: '{"amount":"4711.00"}' });
    expect(await register.activate()).toMatchObject({
      activated: 2,
      failed: 1,
    });
    expect(
      await register.database('records').orderBy('ref').pluck('name'),
    ).toEqual(['a', 'c']);
    expect(JSON.stringify(register.logger.warn.mock.calls)).not.toContain(
      '4711',
    );
  });

  it('has another epoch once the database is lost', async () => {
    const before = await getDeclarationState(await start(engine));
    const lost = await start(engine);
    const after = await getDeclarationState(lost);
    expect(after.epoch).not.toBe(before.epoch);
    expect(after.wanted).toEqual([]);
    expect(await getDeclarationState(lost)).toEqual(after);
  });
});

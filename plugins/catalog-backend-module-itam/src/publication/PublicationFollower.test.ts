import { laptop } from '../__testUtils__/laptop';
import { PAGE_SIZE } from '../__testUtils__/PagedRegister';
import { FULL_PASS_MS, startFollower } from '../__testUtils__/startFollower';
import { REGISTER_ORIGIN } from './registerLocation';

describe('PublicationFollower', () => {
  it('does nothing until the catalog has connected the provider', async () => {
    const { catalog, provider, register, run } = await startFollower();
    register.set('a', laptop('a'));
    await run();
    expect(register.reads).toBe(0);
    await provider.connect(catalog);
    expect(catalog.mutations).toEqual([]);
    await run();
    expect(catalog.models()).toEqual({ a: 'First' });
  });

  it('publishes everything at the start, marked as the register’s', async () => {
    const { catalog } = await startFollower({
      names: ['a', 'b', 'c', 'd', 'e'],
    });
    expect(Object.keys(catalog.models())).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(
      catalog.entities.get('asset:default/a')?.metadata.annotations,
    ).toEqual({
      'backstage.io/managed-by-location': 'itam:asset:default/a',
      'backstage.io/managed-by-origin-location': REGISTER_ORIGIN,
    });
    expect(
      catalog.mutations.every(
        mutation =>
          mutation.type === 'delta' && mutation.added.length <= PAGE_SIZE,
      ),
    ).toBe(true);
  });

  it('then follows changes, and asks for no more', async () => {
    const { catalog, register, run } = await startFollower({
      names: ['a', 'b'],
    });
    catalog.mutations.length = 0;
    await run();
    expect(catalog.mutations).toEqual([]);
    register.set('c', laptop('c'));
    register.set('a', laptop('a', 'Second'));
    register.set('b');
    register.reads = 0;
    await run();
    expect(catalog.models()).toEqual({ a: 'Second', c: 'First' });
    expect(register.reads).toBe(2);
  });

  it('loses no change that is made during a full pass', async () => {
    const { catalog, provider, register, run } = await startFollower();
    for (const name of ['d', 'e', 'f', 'g']) {
      register.set(name, laptop(name));
    }
    register.afterPage = () => {
      register.afterPage = () => {};
      register.set('a', laptop('a'));
      register.set('d', laptop('d', 'Second'));
      register.set('e');
    };
    await provider.connect(catalog);
    await run();
    expect(catalog.models()).toEqual({
      a: 'First',
      d: 'Second',
      f: 'First',
      g: 'First',
    });
  });

  it('reads everything again when the register went back in time', async () => {
    const { catalog, register, run } = await startFollower({
      names: ['a', 'b', 'c'],
    });
    // Restored from a copy that had an older state of one.
    register.changes.length = 1;
    register.published.set('asset:default/a', laptop('a', 'Older'));
    await run();
    expect(catalog.models()).toEqual({ a: 'Older', b: 'First', c: 'First' });
  });

  it('starts a full pass over when the register is replaced during it', async () => {
    const { catalog, provider, register, run } = await startFollower();
    for (const name of ['a', 'b', 'c', 'd']) {
      register.set(name, laptop(name));
    }
    register.afterPage = () => {
      register.afterPage = () => {};
      register.epoch = 'two';
    };
    await provider.connect(catalog);
    await run();
    expect(Object.keys(catalog.models())).toEqual(['a', 'b', 'c', 'd']);
  });

  it('compares everything from time to time', async () => {
    const { catalog, clock, register, run } = await startFollower({
      names: ['a', 'b', 'c'],
    });
    // A service that is over by date makes no change.
    register.published.delete('asset:default/c');
    await run();
    expect(Object.keys(catalog.models())).toEqual(['a', 'b', 'c']);
    clock.nowMs += FULL_PASS_MS;
    await run();
    expect(Object.keys(catalog.models())).toEqual(['a', 'b']);
  });

  it('compares everything soon after a licence left its contract', async () => {
    const { catalog, clock, register, run } = await startFollower({
      names: ['contract', 'other', 'third'],
    });
    const under = (contract?: string) => {
      const entity = laptop('seat');
      return {
        ...entity,
        spec: { ...entity.spec, ...(contract && { contract }) },
      };
    };
    register.set('seat', under('contract:default/contract'));
    await run();
    register.set('seat', under());
    // The feed says nothing of the contract.
    register.published.delete('asset:default/contract');
    await run();
    expect(Object.keys(catalog.models())).toContain('contract');
    clock.nowMs += 60_000;
    await run();
    expect(Object.keys(catalog.models()).sort()).toEqual([
      'other',
      'seat',
      'third',
    ]);
  });

  it('leaves the catalog as it is while the register is down', async () => {
    const { catalog, clock, logger, register, run } = await startFollower({
      names: ['a', 'b'],
    });
    catalog.mutations.length = 0;
    register.up = false;
    clock.nowMs += FULL_PASS_MS;
    for (let runs = 0; runs < 5; runs += 1) {
      await run();
    }
    expect(catalog.mutations).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    register.up = true;
    register.set('b', laptop('b', 'Second'));
    await run();
    expect(catalog.models()).toEqual({ a: 'First', b: 'Second' });
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('repeats what the catalog did not take', async () => {
    const { catalog, register, run } = await startFollower({ names: ['a'] });
    register.set('b', laptop('b'));
    catalog.up = false;
    await run();
    catalog.up = true;
    await run();
    expect(Object.keys(catalog.models())).toEqual(['a', 'b']);
  });

  it('with scope none removes what was published, and asks nothing', async () => {
    const { catalog, register, run } = await startFollower({
      names: ['a'],
      scope: 'none',
    });
    await run();
    expect(catalog.mutations).toEqual([{ type: 'full', entities: [] }]);
    expect(register.reads).toBe(0);
  });
});

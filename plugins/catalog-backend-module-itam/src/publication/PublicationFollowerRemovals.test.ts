import { laptop } from '../__testUtils__/laptop';
import { startFollower } from '../__testUtils__/startFollower';

describe('PublicationFollower', () => {
  it('removes at a restart what went while nobody followed', async () => {
    const { catalog, incidents, register, restart, run } = await startFollower({
      names: ['a', 'b', 'c'],
    });
    register.set('b');
    restart();
    await run();
    expect(Object.keys(catalog.models())).toEqual(['a', 'c']);
    expect(incidents).toEqual([]);
  });

  it('keeps what it published when the register answers empty', async () => {
    const { catalog, incidents, logger, register, run } = await startFollower({
      names: ['a', 'b', 'c'],
    });
    register.epoch = 'two';
    register.published.clear();
    register.changes.length = 0;
    await run();
    expect(Object.keys(catalog.models())).toEqual(['a', 'b', 'c']);
    expect(incidents).toEqual([
      {
        kind: 'error',
        ref: 'location:default/itam-register',
        location: 'itam:register',
        messages: [
          'The register named only 0 of 3 entities it published, and knows nothing of 3; these stay in the catalog',
        ],
      },
    ]);
    expect(logger.error).toHaveBeenCalledTimes(1);

    // What is registered from now on is published nevertheless.
    register.set('d', laptop('d'));
    await run();
    expect(Object.keys(catalog.models())).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps what it published when the register names too few', async () => {
    const { catalog, incidents, register, run } = await startFollower({
      names: ['a', 'b', 'c', 'd', 'e'],
    });
    register.epoch = 'two';
    register.published.clear();
    register.changes.length = 0;
    register.set('a', laptop('a'));
    register.set('b', laptop('b'));
    await run();
    expect(Object.keys(catalog.models())).toHaveLength(5);
    expect(incidents).toHaveLength(1);
  });

  it('removes even most of them when the register says so of each', async () => {
    const { catalog, incidents, register, restart, run } = await startFollower({
      names: ['a', 'b', 'c', 'd', 'e'],
    });
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      register.set(name);
    }
    restart();
    await run();
    expect(catalog.models()).toEqual({});
    expect(incidents).toEqual([]);
  });

  it('has no guard where the configuration says so', async () => {
    const { catalog, register, run } = await startFollower({
      names: ['a', 'b', 'c'],
      guardShare: 0,
    });
    register.epoch = 'two';
    register.published.clear();
    register.changes.length = 0;
    await run();
    expect(catalog.models()).toEqual({});
  });
});

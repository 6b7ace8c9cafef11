import { mockServices } from '@backstage/backend-test-utils';
import { shardRefreshKeys } from '../processor/refreshKeys';
import { RegisterUnavailableError } from './errors';
import { RegisterGate } from './RegisterGate';
import { RegisterState } from './RegisterState';
import { RegisterWatch } from './RegisterWatch';

function setUp() {
  const logger = mockServices.logger.mock();
  const gate = new RegisterGate({ timeoutMs: 1_000, longestPauseMs: 60_000 });
  const state = new RegisterState();
  const refreshed: string[][] = [];
  const register = { epoch: 'one', wanted: Array<string>(), up: true };
  const refresher = { connected: true };
  const refreshedNew: string[] = [];
  const watch = new RegisterWatch({
    client: {
      getState: async () => {
        if (!register.up) {
          throw new RegisterUnavailableError();
        }
        return { epoch: register.epoch, wanted: register.wanted };
      },
    },
    gate,
    state,
    refresher: {
      refresh: async keys => {
        if (refresher.connected && keys.length > 0) {
          refreshed.push(keys);
        }
        return refresher.connected;
      },
    },
    refreshNew: async ref => {
      refreshedNew.push(ref);
      throw new Error('not found');
    },
    logger,
  });
  return {
    gate,
    logger,
    refreshed,
    refreshedNew,
    refresher,
    register,
    state,
    watch,
  };
}

async function breakCircuit(gate: RegisterGate) {
  for (let failures = 0; failures < 3; failures += 1) {
    await gate
      .deliver(async () => {
        throw new RegisterUnavailableError();
      })
      .catch(() => {});
  }
}

describe('RegisterWatch', () => {
  it('refreshes nothing when nothing is missing', async () => {
    const { refreshed, watch } = setUp();
    expect(await watch.tick(0)).toBe(true);
    expect(await watch.tick(5_000)).toBe(true);
    expect(refreshed).toEqual([]);
  });

  it('asks for wanted refs, and again only after a while', async () => {
    const { refreshed, register, state, watch } = setUp();
    register.wanted = ['asset:default/a'];
    await watch.tick(0);
    expect(state.isWanted('asset:default/a')).toBe(true);
    await watch.tick(30_000);
    expect(refreshed).toEqual([['itam:asset:default/a']]);
    await watch.tick(60_000);
    expect(refreshed).toHaveLength(2);
    // Delivered and then wanted anew: no reason to wait.
    register.wanted = [];
    await watch.tick(61_000);
    register.wanted = ['asset:default/a'];
    await watch.tick(62_000);
    expect(refreshed).toHaveLength(3);
  });

  it('asks for many wanted refs a share at a time', async () => {
    const { refreshed, register, watch } = setUp();
    register.wanted = Array.from(
      { length: 250 },
      (_, n) => `asset:default/${n}`,
    );
    await watch.tick(0);
    await watch.tick(1);
    await watch.tick(2);
    await watch.tick(3);
    expect(refreshed.map(keys => keys.length)).toEqual([100, 100, 50]);
    expect(new Set(refreshed.flat()).size).toBe(250);
  });

  it('after a change of epoch refreshes every share once, one per tick', async () => {
    const { refreshed, register, watch } = setUp();
    await watch.tick(0);
    register.epoch = 'two';
    for (let tick = 1; tick <= 20; tick += 1) {
      await watch.tick(tick);
    }
    expect(refreshed).toEqual(shardRefreshKeys().map(key => [key]));
  });

  it('starts one redelivery however many entities tell of another epoch', async () => {
    const { refreshed, state, watch } = setUp();
    await watch.tick(0);
    for (let tick = 1; tick <= 20; tick += 1) {
      state.noteOtherEpoch();
      await watch.tick(tick);
    }
    expect(refreshed).toEqual(shardRefreshKeys().map(key => [key]));
  });

  it('refreshes missed deliveries once the register answers', async () => {
    const { refreshed, register, state, watch } = setUp();
    register.up = false;
    state.noteMissed({ ref: 'asset:default/a', isNew: false });
    expect(await watch.tick(0)).toBe(false);
    expect(refreshed).toEqual([]);
    register.up = true;
    await watch.tick(1);
    await watch.tick(2);
    expect(refreshed).toEqual([['itam:asset:default/a']]);
  });

  it('asks for new entities by ref, since they have no refresh keys', async () => {
    const { refreshed, refreshedNew, state, watch } = setUp();
    state.noteMissed({ ref: 'asset:default/old', isNew: false });
    state.noteMissed({ ref: 'asset:default/new', isNew: true });
    state.noteMissed({ ref: 'asset:default/new-2', isNew: true });
    expect(await watch.tick(0)).toBe(true);
    expect(refreshed.flat()).toHaveLength(3);
    expect(refreshedNew).toEqual(['asset:default/new', 'asset:default/new-2']);
  });

  it('offers a few as trial while the circuit is open, and no shares', async () => {
    const { gate, refreshed, register, state, watch } = setUp();
    await watch.tick(0);
    await breakCircuit(gate);
    register.epoch = 'two';
    for (let n = 0; n < 50; n += 1) {
      state.noteMissed({ ref: `asset:default/${n}`, isNew: false });
    }
    await watch.tick(1);
    expect(refreshed.map(keys => keys.length)).toEqual([5]);
  });

  it('refreshes everything when more was missed than it remembers', async () => {
    const { refreshed, state, watch } = setUp();
    for (let n = 0; n < 10_001; n += 1) {
      state.noteMissed({ ref: `asset:default/${n}`, isNew: false });
    }
    await watch.tick(0);
    expect(refreshed).toContainEqual([shardRefreshKeys()[0]]);
  });

  it('keeps what is due until the catalog has connected the provider', async () => {
    const { refreshed, refresher, register, state, watch } = setUp();
    refresher.connected = false;
    register.wanted = ['asset:default/wanted'];
    state.noteMissed({ ref: 'asset:default/missed', isNew: false });
    await watch.tick(0);
    refresher.connected = true;
    await watch.tick(1);
    expect(refreshed.flat().sort()).toEqual([
      'itam:asset:default/missed',
      'itam:asset:default/wanted',
    ]);
  });

  it('logs an outage once, and its end, but not a start that takes a while', async () => {
    const { logger, register, watch } = setUp();
    register.up = false;
    await watch.tick(0);
    await watch.tick(1);
    register.up = true;
    await watch.tick(2);
    expect(logger.warn).not.toHaveBeenCalled();
    register.up = false;
    for (let tick = 3; tick < 10; tick += 1) {
      await watch.tick(tick);
    }
    register.up = true;
    await watch.tick(10);
    await watch.tick(11);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledTimes(1);
  });
});

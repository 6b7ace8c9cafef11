import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import type {
  DeclarationIncident,
  PublicationScope,
} from '@backstage-itam/plugin-itam-common';
import { RegisterUnavailableError } from '../register/errors';
import { RegisterGate } from '../register/RegisterGate';
import { Delivery } from './Delivery';
import type { PublishedState } from './publicationAnswers';
import { PublicationFollower } from './PublicationFollower';
import { PublishedEntityProvider } from './PublishedEntityProvider';
import { REGISTER_LOCATION_KEY, REGISTER_ORIGIN } from './registerLocation';
import { contractOf, type Shown } from './ShownEntities';

const HOUR_MS = 3_600_000;
const PAGE = 2;

function laptop(name: string, model = 'First'): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind: 'Asset',
    metadata: { name },
    spec: { model },
  };
}

const refOf = (name: string) => `asset:default/${name}`;

/** The register's side: a feed and a list, in pages of two. */
class Register {
  epoch = 'one';
  up = true;
  reads = 0;
  /** Runs after a page of everything was read. */
  afterPage = () => {};
  readonly published = new Map<string, Entity>();
  readonly changes: string[] = [];

  set(name: string, entity?: Entity) {
    const ref = refOf(name);
    if (entity) {
      this.published.set(ref, entity);
    } else {
      this.published.delete(ref);
    }
    this.changes.push(ref);
  }

  async listPublished(cursor: string | undefined) {
    this.#answer();
    const refs = [...this.published.keys()].sort();
    const first = cursor === undefined ? 0 : Number(cursor.split('/')[0]);
    const last =
      cursor === undefined ? this.changes.length : Number(cursor.split('/')[1]);
    const page = refs.slice(first, first + PAGE);
    const items = page.flatMap(ref => {
      const entity = this.published.get(ref);
      return entity ? [{ ref, entity }] : [];
    });
    this.afterPage();
    return {
      items,
      last,
      epoch: this.epoch,
      ...(first + PAGE < refs.length && {
        nextCursor: `${first + PAGE}/${last}`,
      }),
    };
  }

  async listChanges(after: number) {
    this.#answer();
    const refs = this.changes.slice(after, after + PAGE);
    const last = Math.min(after + PAGE, this.changes.length);
    const items: PublishedState[] = [...new Set(refs)].map(ref => {
      const entity = this.published.get(ref);
      return { ref, ...(entity && { entity }) };
    });
    return {
      items,
      last,
      epoch: this.epoch,
      more: last < this.changes.length,
    };
  }

  #answer() {
    this.reads += 1;
    if (!this.up) {
      throw new RegisterUnavailableError();
    }
  }
}

/** The catalog's side: applies mutations as the catalog does. */
class Catalog implements EntityProviderConnection {
  up = true;
  /** Refs held by others, and by whom. */
  readonly others = new Map<string, string>();
  readonly entities = new Map<string, Entity>();
  readonly mutations: EntityProviderMutation[] = [];

  async applyMutation(mutation: EntityProviderMutation) {
    if (!this.up) {
      throw new Error('The catalog is starting');
    }
    this.mutations.push(mutation);
    if (mutation.type === 'full') {
      this.entities.clear();
      return;
    }
    for (const { entity, locationKey } of mutation.added) {
      if (locationKey !== REGISTER_LOCATION_KEY) {
        throw new Error(`An entity came with key ${locationKey}`);
      }
      const ref = refOf(entity.metadata.name);
      if (!this.others.has(ref)) {
        this.entities.set(ref, entity);
      }
    }
    for (const item of mutation.removed) {
      this.entities.delete('entityRef' in item ? item.entityRef : '');
    }
  }

  async refresh() {}

  async holdersOf(refs: readonly string[]) {
    if (!this.up) {
      throw new Error('The catalog is starting');
    }
    return new Map(
      refs.map((ref): [string, Shown] => {
        const holder = this.others.get(ref);
        if (holder !== undefined) {
          return [ref, { by: 'other', holder }];
        }
        const entity = this.entities.get(ref);
        return [
          ref,
          entity ? { by: 'register', ...contractOf(entity) } : { by: 'nobody' },
        ];
      }),
    );
  }

  async refsFromRegister() {
    return [...this.entities.keys()];
  }

  models() {
    return Object.fromEntries(
      [...this.entities.values()].map(({ metadata, spec }) => [
        metadata.name,
        spec?.model,
      ]),
    );
  }
}

async function setUp(options?: {
  scope?: PublicationScope;
  guardShare?: number;
  names?: string[];
}) {
  const register = new Register();
  const catalog = new Catalog();
  const incidents: DeclarationIncident[] = [];
  const clock = { nowMs: 0 };
  const logger = mockServices.logger.mock();
  const provider = new PublishedEntityProvider();
  const report = (incident: DeclarationIncident) => {
    incidents.push(incident);
  };
  const follower = () =>
    new PublicationFollower({
      client: register,
      gate: new RegisterGate({ timeoutMs: 1_000, longestPauseMs: 1_000 }),
      provider,
      delivery: new Delivery({
        provider,
        shown: catalog,
        incidents: { report },
        readBackAfterMs: 5_000,
      }),
      shown: catalog,
      incidents: { report },
      logger,
      scope: options?.scope ?? 'linked',
      fullPassMs: HOUR_MS,
      guardShare: options?.guardShare ?? 0.5,
      now: () => clock.nowMs,
    });
  let current = follower();
  const run = () => current.run(new AbortController().signal);
  for (const name of options?.names ?? []) {
    register.set(name, laptop(name));
  }
  const started = {
    register,
    catalog,
    incidents,
    clock,
    logger,
    provider,
    run,
    restart: () => {
      current = follower();
    },
  };
  if (options?.names) {
    await provider.connect(catalog);
    await run();
  }
  return started;
}

describe('PublicationFollower', () => {
  it('does nothing until the catalog has connected the provider', async () => {
    const { catalog, provider, register, run } = await setUp();
    register.set('a', laptop('a'));
    await run();
    expect(register.reads).toBe(0);
    await provider.connect(catalog);
    expect(catalog.mutations).toEqual([]);
    await run();
    expect(catalog.models()).toEqual({ a: 'First' });
  });

  it('publishes everything at the start, marked as the register’s', async () => {
    const { catalog } = await setUp({ names: ['a', 'b', 'c', 'd', 'e'] });
    expect(Object.keys(catalog.models())).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(
      catalog.entities.get('asset:default/a')?.metadata.annotations,
    ).toEqual({
      'backstage.io/managed-by-location': 'itam:asset:default/a',
      'backstage.io/managed-by-origin-location': REGISTER_ORIGIN,
    });
    expect(
      catalog.mutations.every(
        mutation => mutation.type === 'delta' && mutation.added.length <= PAGE,
      ),
    ).toBe(true);
  });

  it('then follows changes, and asks for no more', async () => {
    const { catalog, register, run } = await setUp({ names: ['a', 'b'] });
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
    const { catalog, provider, register, run } = await setUp();
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

  it('removes at a restart what went while nobody followed', async () => {
    const { catalog, incidents, register, restart, run } = await setUp({
      names: ['a', 'b', 'c'],
    });
    register.set('b');
    restart();
    await run();
    expect(Object.keys(catalog.models())).toEqual(['a', 'c']);
    expect(incidents).toEqual([]);
  });

  it('keeps what it published when the register answers empty', async () => {
    const { catalog, incidents, logger, register, run } = await setUp({
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
    const { catalog, incidents, register, run } = await setUp({
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
    const { catalog, incidents, register, restart, run } = await setUp({
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
    const { catalog, register, run } = await setUp({
      names: ['a', 'b', 'c'],
      guardShare: 0,
    });
    register.epoch = 'two';
    register.published.clear();
    register.changes.length = 0;
    await run();
    expect(catalog.models()).toEqual({});
  });

  it('reads everything again when the register went back in time', async () => {
    const { catalog, register, run } = await setUp({ names: ['a', 'b', 'c'] });
    // Restored from a copy that had an older state of one.
    register.changes.length = 1;
    register.published.set('asset:default/a', laptop('a', 'Older'));
    await run();
    expect(catalog.models()).toEqual({ a: 'Older', b: 'First', c: 'First' });
  });

  it('starts a full pass over when the register is replaced during it', async () => {
    const { catalog, provider, register, run } = await setUp();
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
    const { catalog, clock, register, run } = await setUp({
      names: ['a', 'b', 'c'],
    });
    // A service that is over by date makes no change.
    register.published.delete('asset:default/c');
    await run();
    expect(Object.keys(catalog.models())).toEqual(['a', 'b', 'c']);
    clock.nowMs += HOUR_MS;
    await run();
    expect(Object.keys(catalog.models())).toEqual(['a', 'b']);
  });

  it('compares everything soon after a licence left its contract', async () => {
    const { catalog, clock, register, run } = await setUp({
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
    const { catalog, clock, logger, register, run } = await setUp({
      names: ['a', 'b'],
    });
    catalog.mutations.length = 0;
    register.up = false;
    clock.nowMs += HOUR_MS;
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
    const { catalog, register, run } = await setUp({ names: ['a'] });
    register.set('b', laptop('b'));
    catalog.up = false;
    await run();
    catalog.up = true;
    await run();
    expect(Object.keys(catalog.models())).toEqual(['a', 'b']);
  });

  it('with scope none removes what was published, and asks nothing', async () => {
    const { catalog, register, run } = await setUp({
      names: ['a'],
      scope: 'none',
    });
    await run();
    expect(catalog.mutations).toEqual([{ type: 'full', entities: [] }]);
    expect(register.reads).toBe(0);
  });

  describe('a ref that another source holds', () => {
    const conflict = {
      kind: 'conflict',
      ref: 'asset:default/b',
      location: 'itam:asset:default/b',
      holder: 'url:https://git.example/b.yaml',
      claimant: 'itam-register',
    };

    it('stays with it, is reported, and is taken once it is free', async () => {
      const { catalog, clock, incidents, register, run } = await setUp({
        names: ['a'],
      });
      catalog.others.set('asset:default/b', conflict.holder);
      register.set('b', laptop('b'));
      await run();
      expect(Object.keys(catalog.models())).toEqual(['a']);
      expect(incidents).toEqual([conflict]);

      clock.nowMs += 60_000;
      await run();
      expect(incidents).toEqual([conflict, conflict]);

      catalog.others.clear();
      clock.nowMs += 60_000;
      await run();
      expect(Object.keys(catalog.models())).toEqual(['a', 'b']);
      expect(incidents).toHaveLength(2);
    });

    it('is found by reading back', async () => {
      const { catalog, clock, incidents, register, run } = await setUp({
        names: ['a'],
      });
      register.set('b', laptop('b'));
      await run();
      // The file had the ref already, but had not been processed yet.
      catalog.entities.delete('asset:default/b');
      catalog.others.set('asset:default/b', conflict.holder);
      clock.nowMs += 5_000;
      await run();
      expect(incidents).toEqual([conflict]);
    });

    it('is let go when the record need not show any more', async () => {
      const { catalog, clock, incidents, register, run } = await setUp({
        names: ['a'],
      });
      catalog.others.set('asset:default/b', conflict.holder);
      register.set('b', laptop('b'));
      await run();
      register.set('b');
      await run();
      clock.nowMs += 60_000;
      await run();
      expect(incidents).toHaveLength(1);
    });
  });
});

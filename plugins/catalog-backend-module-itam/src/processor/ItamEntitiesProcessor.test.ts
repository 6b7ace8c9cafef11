import type { Entity } from '@backstage/catalog-model';
import type {
  CatalogProcessorCache,
  CatalogProcessorResult,
} from '@backstage/plugin-catalog-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { Declaration } from '../register/DeclarationClient';
import {
  DeclarationRefusedError,
  RegisterUnavailableError,
} from '../register/errors';
import { RegisterGate } from '../register/RegisterGate';
import { RegisterState } from '../register/RegisterState';
import { ItamEntitiesProcessor } from './ItamEntitiesProcessor';

const REVISION = 'itam/declaration-revision';
const location = { type: 'url', target: 'https://example.com/a.yaml' };

const asset = (spec?: JsonObject, metadata?: JsonObject): Entity => ({
  apiVersion: 'itam/v1alpha1',
  kind: 'Asset',
  metadata: { name: 'db', namespace: 'default', ...metadata },
  spec: {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'payments',
    financials: {
      purchase: { amount: '73551.37', currency: 'EUR', date: '2024-04-01' },
    },
    ...spec,
  },
});

/** As the catalog does: a pass sees what the last good pass wrote. */
class PassCaches {
  #saved: Record<string, JsonValue> = {};

  async pass<T>(run: (cache: CatalogProcessorCache) => Promise<T>): Promise<T> {
    const old = this.#saved;
    let written: Record<string, JsonValue> | undefined;
    // The catalog's cache is generic in its value; JSON is all it holds.
    const cache: CatalogProcessorCache = {
      get: jest.fn(
        async (key: string) => old[key],
      ) as CatalogProcessorCache['get'],
      set: async (key, value) => {
        written = { ...written, [key]: value };
      },
    };
    const result = await run(cache);
    this.#saved = written ?? old;
    return result;
  }

  lose() {
    this.#saved = {};
  }
}

function setUp(today = '2026-06-15') {
  const sent: Declaration[] = [];
  const register: { epoch: string; fails?: Error } = { epoch: 'one' };
  const state = new RegisterState();
  const forgotten: string[] = [];
  const caches = new PassCaches();
  const processor = new ItamEntitiesProcessor({
    client: {
      stage: async declaration => {
        if (register.fails) {
          throw register.fails;
        }
        sent.push(declaration);
        return { revision: `revision-${sent.length}`, epoch: register.epoch };
      },
    },
    gate: new RegisterGate({ timeoutMs: 1_000, longestPauseMs: 1_000 }),
    state,
    incidents: { forget: ref => forgotten.push(ref) },
    today: () => today,
  });
  const emitted: CatalogProcessorResult[] = [];
  const pass = (entity: Entity, at = location) =>
    caches.pass(cache =>
      processor.postProcessEntity(
        entity,
        at,
        result => emitted.push(result),
        cache,
      ),
    );
  return { caches, emitted, forgotten, pass, processor, register, sent, state };
}

const revisionOf = (entity: Entity) => entity.metadata.annotations?.[REVISION];

describe('ItamEntitiesProcessor, validating', () => {
  const { processor } = setUp();

  it('knows its kinds and no other', async () => {
    await expect(processor.validateEntityKind(asset())).resolves.toBe(true);
    await expect(
      processor.validateEntityKind({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'a' },
      }),
    ).resolves.toBe(false);
  });

  it.each([
    { apiVersion: 'itam/v1', kind: 'Asset' },
    { apiVersion: 'backstage.io/v1alpha1', kind: 'License' },
    { apiVersion: 'itam/v1alpha1', kind: 'contract' },
  ])('names what is allowed for %p', async envelope => {
    await expect(
      processor.validateEntityKind({ ...asset(), ...envelope }),
    ).rejects.toThrow(
      'needs apiVersion itam/v1alpha1 and one of the kinds Asset, License, Contract',
    );
  });

  it('names all problems in one error, and no amount', async () => {
    const error: unknown = await processor
      .validateEntityKind(
        asset(
          {
            class: 'hardwear',
            inService: '2026-02-30',
            financials: {
              purchase: { amount: '-73551.37', currency: 'EUR' },
              proceeds: { amount: '73551.37', currency: 'EURO' },
            },
          },
          { price: '73551.37' },
        ),
      )
      .catch(e => e);
    const message = String(error);
    expect(message).toMatch(/^InputError: asset:default\/db has \d problems:/);
    for (const path of [
      'spec.class',
      'spec.inService',
      'spec.financials.purchase.amount',
      'spec.financials.proceeds.currency',
      'spec.financials.purchase.date',
      'metadata.price',
    ]) {
      expect(message).toContain(path);
    }
    expect(message).not.toContain('73551');
    expect(message).not.toContain('EURO');
  });
});

describe('ItamEntitiesProcessor, delivering', () => {
  it('leaves other kinds as they are', async () => {
    const { emitted, pass, sent } = setUp();
    const component: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'a' },
      spec: { financials: 'not ours' },
    };
    await expect(pass(component)).resolves.toBe(component);
    expect(emitted).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('delivers the money and stores none', async () => {
    const { pass, sent } = setUp();
    const entity = asset({}, { uid: 'u', etag: 'e' });
    const stored = await pass(entity);
    expect(sent).toEqual([
      {
        ref: 'asset:default/db',
        location: 'url:https://example.com/a.yaml',
        entity: {
          apiVersion: 'itam/v1alpha1',
          kind: 'Asset',
          metadata: { name: 'db', namespace: 'default', annotations: {} },
          spec: entity.spec,
        },
      },
    ]);
    expect(stored.spec).not.toHaveProperty('financials');
    expect(revisionOf(stored)).toBe('revision-1');
  });

  it('overwrites a revision from the file and does not deliver it', async () => {
    const { pass, sent } = setUp();
    const annotations = { [REVISION]: 'forged', 'example.com/kept': 'x' };
    const stored = await pass(asset({}, { annotations }));
    expect(stored.metadata.annotations).toEqual({
      [REVISION]: 'revision-1',
      'example.com/kept': 'x',
    });
    expect(sent[0].entity.metadata.annotations).toEqual({
      'example.com/kept': 'x',
    });
  });

  it('delivers once, however often it is processed', async () => {
    const { pass, sent } = setUp();
    for (let count = 0; count < 5; count += 1) {
      expect(revisionOf(await pass(asset()))).toBe('revision-1');
    }
    expect(sent).toHaveLength(1);
  });

  it.each<[string, Entity, typeof location]>([
    ['a changed amount', asset({ financials: {} }), location],
    ['a changed title', asset({}, { title: 'new' }), location],
    ['a moved file', asset(), { ...location, target: 'https://example.com/b' }],
  ])('delivers again after %s', async (_case, changed, at) => {
    const { pass, sent } = setUp();
    await pass(asset());
    expect(revisionOf(await pass(changed, at))).toBe('revision-2');
    await pass(changed, at);
    expect(sent).toHaveLength(2);
  });

  it('delivers again what the register asks for, once', async () => {
    const { pass, sent, state } = setUp();
    await pass(asset());
    state.update({ epoch: 'one', wanted: ['asset:default/db'] });
    await pass(asset());
    await pass(asset());
    expect(sent).toHaveLength(2);
  });

  it('delivers again to a register that started over', async () => {
    const { pass, register, sent, state } = setUp();
    await pass(asset());
    register.epoch = 'two';
    state.update({ epoch: 'two', wanted: [] });
    expect(revisionOf(await pass(asset()))).toBe('revision-2');
    await pass(asset());
    expect(sent).toHaveLength(2);
    expect(state.takeRedeliverAll()).toBe(true);
  });

  it('delivers once more when the catalog lost its cache', async () => {
    const { caches, pass, sent } = setUp();
    await pass(asset());
    caches.lose();
    await pass(asset());
    await pass(asset());
    expect(sent).toHaveLength(2);
  });

  it('does not deliver what the register publishes, and marks no revision', async () => {
    const { emitted, pass, sent } = setUp();
    const stored = await pass(
      asset({}, { annotations: { [REVISION]: 'forged' } }),
      { type: 'itam', target: 'register' },
    );
    expect(sent).toEqual([]);
    expect(stored.spec).not.toHaveProperty('financials');
    expect(revisionOf(stored)).toBeUndefined();
    expect(emitted.some(({ type }) => type === 'relation')).toBe(true);
  });

  it('fails with a fixed text when the register does not answer, and notes the ref', async () => {
    const { forgotten, pass, register, sent, state } = setUp();
    await pass(asset());
    expect(forgotten).toEqual(['asset:default/db']);
    register.fails = new RegisterUnavailableError();
    const changed = asset({ type: 'laptop' });
    await expect(pass(changed)).rejects.toThrow(
      /^ITAM register did not answer; the entity keeps its last good state and is tried again$/,
    );
    expect(state.takeMissed(10)).toEqual([
      { ref: 'asset:default/db', isNew: false },
    ]);
    expect(forgotten).toHaveLength(1);
    register.fails = undefined;
    expect(revisionOf(await pass(changed))).toBe('revision-2');
    expect(sent).toHaveLength(2);
  });

  it('notes that an entity is new', async () => {
    const { pass, register, state } = setUp();
    register.fails = new RegisterUnavailableError();
    await expect(pass(asset())).rejects.toThrow();
    expect(state.takeMissed(10)).toEqual([
      { ref: 'asset:default/db', isNew: true },
    ]);
  });

  it('does not ask the register to be tried again after a refusal', async () => {
    const { pass, register, state } = setUp();
    register.fails = new DeclarationRefusedError(409, 'held elsewhere');
    await expect(pass(asset())).rejects.toThrow('held elsewhere');
    expect(state.takeMissed(10)).toEqual([]);
  });

  it('stores nothing of an entity that another processor has spoilt', async () => {
    const { pass, sent } = setUp();
    const spoilt = asset({ financialz: '73551.37' });
    await expect(pass(spoilt)).rejects.toThrow('spec.financialz');
    await expect(pass({ ...asset(), kind: 'asset' })).rejects.toThrow();
    expect(sent).toEqual([]);
  });
});

describe('ItamEntitiesProcessor, emitting', () => {
  it('gives refresh keys for all, a share and the one', async () => {
    const { emitted, pass } = setUp();
    await pass(asset());
    expect(
      emitted.flatMap(result => (result.type === 'refresh' ? result.key : [])),
    ).toEqual([
      'itam:all',
      'itam:asset:default/db',
      expect.stringMatching(/^itam:shard-\d+$/),
    ]);
  });

  it('reads dated owners on the day', async () => {
    const owner = [
      { ref: 'old' },
      { from: '2026-06-15', ref: 'new' },
      { from: '2026-06-16', ref: 'next' },
    ];
    const { emitted, pass } = setUp('2026-06-15');
    await pass(asset({ owner }));
    const db = { kind: 'Asset', namespace: 'default', name: 'db' };
    const group = { kind: 'group', namespace: 'default', name: 'new' };
    expect(
      emitted.flatMap(result =>
        result.type === 'relation' ? result.relation : [],
      ),
    ).toEqual([
      { source: db, type: 'ownedBy', target: group },
      { source: group, type: 'ownerOf', target: db },
    ]);
  });
});

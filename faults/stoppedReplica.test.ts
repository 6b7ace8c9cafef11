import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { startPostgres, type OwnPostgres } from '../scripts/setup/postgres.mjs';
import { CatalogStub } from './harness/catalogStub';
import { eventually } from './harness/eventually';
import { laptop, laptopFile, register } from './harness/laptops';
import { openPostgres, wrongFigures } from './harness/registerDatabase';
import {
  postgresDatabase,
  startReplica,
  type Replica,
} from './harness/replica';
import { randomFrom, seed } from './harness/seed';

const PREFIX = 'stopped_';
const ROWS = 3_000;
const REVISION = 'itam/declaration-revision';

describe('a replica that is stopped past its lock and goes on', () => {
  const random = randomFrom(seed);
  const catalog = new CatalogStub();
  let postgres: OwnPostgres;
  let database: Knex;
  const replicas = new Map<string, Replica>();

  beforeAll(async () => {
    postgres = await startPostgres();
    // So that nobody waits a minute for a transaction that stands still.
    const admin = openPostgres(postgres.connectionString);
    await admin.raw(
      `ALTER ROLE CURRENT_USER SET idle_in_transaction_session_timeout = '2s'`,
    );
    await admin.destroy();
    await catalog.start();
    const stored = postgresDatabase(postgres.connectionString, PREFIX);
    // One after the other: see docs/operate/company.md on empty databases.
    for (const name of ['one', 'two']) {
      const started = await startReplica({
        database: stored,
        endpoints: { catalog: catalog.urlFor(name) },
        itam: {
          imports: { atomicRows: 0 },
          delivery: { activation: { seconds: 1 } },
          projection: { schedule: { seconds: 1 } },
          reconciliation: { schedule: { seconds: 1 } },
        },
      });
      replicas.set(name, started);
    }
    database = openPostgres(postgres.connectionString, PREFIX);
  });

  afterAll(async () => {
    await catalog.stop();
    await database?.destroy();
    await Promise.all([...replicas.values()].map(one => one.stop()));
    await postgres?.stop();
  });

  const replica = (name: string): Replica => {
    const found = replicas.get(name);
    if (!found) {
      throw new Error(`No replica ${name}`);
    }
    return found;
  };

  /** The lock of a task runs out, as its time-out would have it. */
  const letLockExpire = async (task: string) =>
    await database('backstage_backend_tasks__tasks').where('id', task).update({
      current_run_ticket: null,
      current_run_started_at: null,
      current_run_expires_at: null,
      next_run_start_at: database.fn.now(),
    });

  const stage = async (on: Replica, entity: Entity) => {
    const ref = `${entity.kind}:default/${entity.metadata.name}`.toLowerCase();
    const answer = await on.ask('/declarations', {
      method: 'PUT',
      body: { ref, entity, location: 'url:https://git.example/a.yaml' },
    });
    expect([answer.status, answer.text]).toEqual([200, expect.anything()]);
    return { ref, revision: answer.json<{ revision: string }>().revision };
  };

  const declared = (name: string, title: string): Entity => {
    const { kind, spec } = laptop(name, title);
    return {
      apiVersion: 'itam/v1alpha1',
      kind,
      metadata: { name, title },
      spec,
    };
  };

  /** As the catalog stores it: with the revision, without money. */
  const shown = (entity: Entity, revision: string): Entity => ({
    ...entity,
    metadata: { ...entity.metadata, annotations: { [REVISION]: revision } },
  });

  const historyOf = async (ref: string): Promise<string[]> =>
    await database('history')
      .where('record_ref', ref)
      .orderBy('sequence')
      .pluck('action');

  it('puts no declaration in force a second time, and none that is old', async () => {
    const first = declared('again', 'First');
    const { ref, revision } = await stage(replica('one'), first);
    catalog.holdNext(/^\/entities\/by-refs$/);
    catalog.entities = [shown(first, revision)];
    const held = await eventually(async () => catalog.waiting());
    const slow = replica(held.replica);
    slow.freeze();
    try {
      await letLockExpire('itam-activation');
      // The other one activates what the stopped one is about to.
      await eventually(async () =>
        expect(await historyOf(ref)).toEqual(['declared']),
      );
      const second = declared('again', 'Second');
      const next = await stage(
        replica(held.replica === 'one' ? 'two' : 'one'),
        second,
      );
      catalog.entities = [shown(second, next.revision)];
      await eventually(async () =>
        expect(await historyOf(ref)).toEqual(['declared', 'changed']),
      );
    } finally {
      slow.thaw();
      catalog.goOn();
    }
    // It is told what was true when it asked, and has the chance to act on it.
    await new Promise(resolve => setTimeout(resolve, 3_000));
    expect(await historyOf(ref)).toEqual(['declared', 'changed']);
    const record = await database('records').where('ref', ref).first();
    expect(record).toMatchObject({ title: 'Second', retired_at: null });
    expect(await wrongFigures(database)).toEqual([]);
  });

  it('does not put the organisation of yesterday over that of today', async () => {
    const group = (name: string): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name, namespace: 'default' },
      spec: { type: 'team', children: [] },
    });
    catalog.entities = [...catalog.entities, group('yesterday')];
    catalog.holdNext(/^\/entities(\/by-query)?$/);
    const held = await eventually(async () => {
      const one = catalog.waiting();
      const { rows } = await database.raw(
        `SELECT id FROM backstage_backend_tasks__tasks
         WHERE id = 'itam-projection' AND current_run_ticket IS NOT NULL`,
      );
      if (rows.length === 0) {
        // Reconciliation asks in the same way.
        catalog.goOn();
        catalog.holdNext(/^\/entities(\/by-query)?$/);
        throw new Error('Another task waits');
      }
      return one;
    });
    const slow = replica(held.replica);
    slow.freeze();
    const nodes = async () => await database('nodes').pluck('ref');
    try {
      catalog.entities = [
        ...catalog.entities.filter(({ kind }) => kind !== 'Group'),
        group('today'),
      ];
      await letLockExpire('itam-projection');
      await letLockExpire('itam-reconciliation');
      await eventually(async () =>
        expect(await nodes()).toEqual(['group:default/today']),
      );
    } finally {
      slow.thaw();
      catalog.goOn();
    }
    for (let look = 0; look < 20; look++) {
      expect(await nodes()).toEqual(['group:default/today']);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  });

  it('does not import a row twice', async () => {
    const prefix = 'STOPPED';
    const worker = replica('one');
    const other = replica('two');
    const created = await worker.ask('/imports?kind=Asset', {
      method: 'POST',
      body: laptopFile(prefix, ROWS),
    });
    expect([created.status, created.text]).toEqual([201, expect.anything()]);
    const { id } = created.json<{ id: string }>();
    await eventually(async () =>
      expect(
        (await worker.ask(`/imports/${id}`)).json<{ state: string }>().state,
      ).toBe('checked'),
    );
    const row = async () => await database('imports').where('id', id).first();
    const committed = await worker.ask(`/imports/${id}/commit`, {
      method: 'POST',
      body: {},
      headers: { 'If-Match': `"${(await row()).version}"` },
    });
    expect([committed.status, committed.text]).toEqual([
      200,
      expect.anything(),
    ]);
    // Anywhere in the work, in a transaction or between two.
    await eventually(async () =>
      expect(Number((await row()).rows_done)).toBeGreaterThan(0),
    );
    await new Promise(resolve => setTimeout(resolve, random() * 300));
    worker.freeze();
    expect((await row()).state).toBe('committing');
    try {
      // What the stopped one holds in a transaction is let go.
      await database('imports')
        .where('id', id)
        .update({ lease_until: new Date(0).toISOString() });
      // Changes on the other replica go on.
      await register(other, `${prefix}-BESIDE`);
      // Anything uploaded wakes its worker.
      await other.ask('/imports?kind=Asset', {
        method: 'POST',
        body: laptopFile(`${prefix}-WAKES`, 1),
      });
      await eventually(
        async () => expect((await row()).state).toBe('committed'),
        60_000,
      );
    } finally {
      worker.thaw();
    }
    await new Promise(resolve => setTimeout(resolve, 3_000));
    expect(worker.alive()).toBe(true);
    const actions: { record_ref: string; n: string }[] = await database(
      'history',
    )
      .where('record_ref', 'like', `asset:default/${prefix.toLowerCase()}-%`)
      .whereNot('record_ref', `asset:default/${prefix.toLowerCase()}-beside`)
      .groupBy('record_ref')
      .count({ n: '*' })
      .select('record_ref');
    expect(actions).toHaveLength(ROWS);
    expect(actions.filter(({ n }) => Number(n) !== 1)).toEqual([]);
    expect(await wrongFigures(database)).toEqual([]);
  });
});

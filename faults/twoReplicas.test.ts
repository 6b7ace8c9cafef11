import type { Knex } from 'knex';
import { startPostgres, type OwnPostgres } from '../scripts/setup/postgres.mjs';
import { eventually } from './harness/eventually';
import { laptop, laptopFile, pathOf, register } from './harness/laptops';
import {
  openPostgres,
  registrations,
  wrongFigures,
} from './harness/registerDatabase';
import {
  postgresDatabase,
  startReplica,
  type Replica,
} from './harness/replica';

const PREFIX = 'two_';
const WRITERS = 12;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** A little more than a day, so that what lasts a day would be over. */
const AHEAD_MS = DAY_MS + 10 * 60 * 1_000;

interface History {
  items: { action: string; at: string; actor: string }[];
}

describe('two replicas on one PostgreSQL, one with a clock a day ahead', () => {
  let postgres: OwnPostgres;
  let replicas: Replica[] = [];
  let database: Knex;

  beforeAll(async () => {
    postgres = await startPostgres();
    const options = {
      database: postgresDatabase(postgres.connectionString, PREFIX),
      itam: { imports: { atomicRows: 0 } },
    };
    // One after the other: see docs/operate/company.md on empty databases.
    replicas = [await startReplica(options)];
    replicas.push(await startReplica({ ...options, clockAheadMs: AHEAD_MS }));
    database = openPostgres(postgres.connectionString, PREFIX);
  });

  afterAll(async () => {
    await database?.destroy();
    await Promise.all(replicas.map(replica => replica.stop()));
    await postgres?.stop();
  });

  const everyReplica = () =>
    Array.from({ length: WRITERS }, (_, at) => replicas[at % 2]);

  it('lets one of many writers with the same ETag win', async () => {
    const ref = await register(replicas[0], 'ETAG');
    for (let version = 1; version <= 3; version++) {
      const answers = await Promise.all(
        everyReplica().map((replica, at) => {
          const { title, spec } = laptop('ETAG', `Round ${version} of ${at}`);
          return replica.ask(pathOf(ref), {
            method: 'PUT',
            body: { title, spec },
            headers: { 'If-Match': `"${version}"` },
          });
        }),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([200, ...Array(WRITERS - 1).fill(412)]);
      const winner = answers.find(({ status }) => status === 200);
      expect(winner?.etag).toBe(`"${version + 1}"`);
      // What the winner wrote is what everybody reads.
      const titles = await Promise.all(
        replicas.map(async replica => {
          const answer = await replica.ask(pathOf(ref));
          return answer.json<{ record: { title: string } }>().record.title;
        }),
      );
      const { title } = winner?.json<{ record: { title: string } }>()
        .record ?? { title: 'nobody' };
      expect(titles).toEqual([title, title]);
    }
    const changes: { action: string }[] = await database('history')
      .where('record_ref', ref)
      .select('action');
    expect(changes).toHaveLength(4);
  });

  it('answers the same key once and for all', async () => {
    const body = laptop('ONCE');
    const ask = {
      method: 'POST',
      body,
      headers: { 'Idempotency-Key': 'the-same-everywhere' },
    };
    const answers = await Promise.all(
      everyReplica().map(replica => replica.ask('/records', ask)),
    );
    expect(answers.map(({ status }) => status)).toEqual(
      Array(WRITERS).fill(201),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    // Later too, whatever a replica takes the time for.
    for (const replica of replicas) {
      expect((await replica.ask('/records', ask)).text).toBe(answers[0].text);
    }
    expect([...(await registrations(database, 'ONCE')).values()]).toEqual([1]);
  });

  it('keeps a key of the replica ahead as long as another one', async () => {
    const ask = {
      method: 'POST',
      body: laptop('AHEAD'),
      headers: { 'Idempotency-Key': 'first-asked-ahead' },
    };
    const first = await replicas[1].ask('/records', ask);
    expect(first.status).toBe(201);
    const second = await replicas[0].ask('/records', ask);
    expect(second.text).toBe(first.text);
    expect([...(await registrations(database, 'AHEAD')).values()]).toEqual([1]);
  });

  it('orders changes by the database, whatever their clocks say', async () => {
    const ref = await register(replicas[1], 'ORDER');
    const turns = [0, 1, 0, 1, 1, 0];
    for (const [at, turn] of turns.entries()) {
      const { title, spec } = laptop('ORDER', `Turn ${at}`);
      const answer = await replicas[turn].ask(pathOf(ref), {
        method: 'PUT',
        body: { title, spec },
        headers: { 'If-Match': `"${at + 1}"` },
      });
      expect([answer.status, answer.text]).toEqual([200, expect.anything()]);
    }
    const instants: string[] = await database('history')
      .where('record_ref', ref)
      .orderBy('sequence')
      .pluck('at');
    // The first is that of registering; then each is that of its replica.
    expect(
      instants.map(at => Date.parse(at) > Date.now() + DAY_MS / 2),
    ).toEqual([true, ...turns.map(turn => turn === 1)]);
    const { items } = (
      await replicas[0].ask(`${pathOf(ref)}/history`)
    ).json<History>();
    expect(items.map(({ at }) => at)).toEqual(instants.reverse());
    const { record } = (await replicas[0].ask(pathOf(ref))).json<{
      record: { title: string; version: number };
    }>();
    expect(record).toMatchObject({ title: 'Turn 5', version: 7 });
    expect(await wrongFigures(database)).toEqual([]);
  });

  it('takes up the work of a replica ahead that was killed', async () => {
    const [here, ahead] = replicas;
    const ROWS = 6_000;
    const created = await ahead.ask('/imports?kind=Asset&mode=all-or-nothing', {
      method: 'POST',
      body: laptopFile('KILLED', ROWS),
    });
    expect([created.status, created.text]).toEqual([201, expect.anything()]);
    const { id } = created.json<{ id: string }>();
    // Claimed by a clock that is a day ahead.
    await eventually(async () => {
      const row = await database('imports').where('id', id).first();
      expect(Date.parse(row.lease_until) - Date.now()).toBeGreaterThan(
        DAY_MS / 2,
      );
    });
    await ahead.kill();
    await eventually(async () => {
      const answer = await here.ask(`/imports/${id}`);
      expect(answer.json<{ state: string }>().state).toBe('checked');
    });
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { startPostgres, type OwnPostgres } from '../scripts/setup/postgres.mjs';
import { eventually } from './harness/eventually';
import { laptop, pathOf, register } from './harness/laptops';
import {
  openPostgres,
  registrations,
  wrongFigures,
} from './harness/registerDatabase';
import {
  postgresDatabase,
  startReplica,
  type Answer,
  type Replica,
} from './harness/replica';
import { randomFrom, seed } from './harness/seed';

const WRITERS = 8;
const PREFIX = 'restart_';

/** What became of the writes of one writer. */
interface Written {
  acknowledged: string[];
  unavailable: number;
  others: string[];
}

describe('PostgreSQL restarted under eight writers', () => {
  const random = randomFrom(seed);
  let postgres: OwnPostgres;
  let replica: Replica;

  beforeAll(async () => {
    postgres = await startPostgres();
    replica = await startReplica({
      database: postgresDatabase(postgres.connectionString, PREFIX),
    });
  });

  afterAll(async () => {
    await replica?.stop();
    await postgres?.stop();
  });

  const sort = (answer: Answer, written: Written): boolean => {
    if (answer.status === 201) {
      written.acknowledged.push(
        answer.json<{ record: { ref: string } }>().record.ref,
      );
    } else if (answer.status === 503) {
      written.unavailable += 1;
    } else {
      written.others.push(`${answer.status} ${answer.text}`);
    }
    if (
      /select |insert |update |terminat|127\.0\.0\.1:\d+/i.test(answer.text)
    ) {
      written.others.push(`tells too much: ${answer.text}`);
    }
    return answer.status === 201;
  };

  /** Half of them try again under the same key, until it worked. */
  const write = async (
    written: Written,
    name: string,
    repeats: boolean,
    go: () => boolean,
  ) => {
    for (let turn = 0; go(); turn++) {
      const send = async () =>
        sort(
          await replica.ask('/records', {
            method: 'POST',
            body: laptop(`${name}-${turn}`),
            headers: repeats ? { 'Idempotency-Key': `${name}-${turn}` } : {},
          }),
          written,
        );
      let done = await send();
      while (repeats && !done && written.others.length === 0) {
        await pause(50);
        done = await send();
      }
    }
  };

  it.each(['fast', 'immediate', 'fast', 'immediate'] as const)(
    'loses and doubles nothing that was acknowledged, %s',
    async mode => {
      const prefix = `PG${Math.floor(random() * 1e9)}`;
      let writing = true;
      const written = Array.from(
        { length: WRITERS },
        (): Written => ({ acknowledged: [], unavailable: 0, others: [] }),
      );
      const acknowledgedSoFar = () =>
        written.reduce((sum, one) => sum + one.acknowledged.length, 0);
      /** However fast the machine is. */
      const untilAcknowledged = async (more: number) => {
        const before = acknowledgedSoFar();
        await eventually(async () =>
          expect(acknowledgedSoFar()).toBeGreaterThan(before + more),
        );
      };
      const writers = written.map((one, at) =>
        write(one, `${prefix}-${at}`, at % 2 === 0, () => writing),
      );
      await untilAcknowledged(random() * 3 * WRITERS);
      await pause(random() * 200);
      await postgres.restart(mode);
      // Recovers by itself while it is still written to.
      await eventually(async () => {
        expect((await replica.ask('/records?limit=1')).status).toBe(200);
      });
      await untilAcknowledged(WRITERS);
      writing = false;
      await Promise.all(writers);

      const unexpected = new Set(written.flatMap(({ others }) => others));
      expect([...unexpected].slice(0, 3)).toEqual([]);
      const acknowledged = written.flatMap(one => one.acknowledged);
      expect(new Set(acknowledged).size).toBe(acknowledged.length);
      // The restart was felt.
      expect(
        written.reduce((sum, { unavailable }) => sum + unavailable, 0),
      ).toBeGreaterThan(0);

      // Opened now: its connections would have been lost as well.
      const database = openPostgres(postgres.connectionString, PREFIX);
      try {
        const counted = await registrations(database, prefix);
        expect(acknowledged.filter(ref => counted.get(ref) !== 1)).toEqual([]);
        expect([...counted.values()].filter(times => times !== 1)).toEqual([]);
        const stored: string[] = await database('records')
          .where('tag', 'like', `${prefix}%`)
          .pluck('ref');
        expect(stored.sort()).toEqual([...counted.keys()].sort());
        expect(await wrongFigures(database)).toEqual([]);
      } finally {
        await database.destroy();
      }
      expect(replica.alive()).toBe(true);
    },
  );

  it('works as before afterwards', async () => {
    const ref = await register(replica, 'AFTERWARDS');
    const { status, etag } = await replica.ask(pathOf(ref));
    expect([status, etag]).toEqual([200, '"1"']);
    expect((await replica.ask('/health')).status).toBe(200);
  });
});

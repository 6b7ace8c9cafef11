import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { BackgroundPace } from './BackgroundPace';

jest.setTimeout(60_000);

const databases = registerDatabases();

/** Keeps the process and its connection busy, as the driver of SQLite does. */
const work = (ms: number) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

describe.each(engines)('background work on %s', engine => {
  const slice = async (
    database: Knex,
    pace: BackgroundPace,
    msPerItem: number,
  ) =>
    await pace.transaction(database, ['a key'], async () => {
      const { items } = pace;
      work(items * msPerItem);
      return items;
    });

  it('takes fewer items the longer one takes, and more again', async () => {
    const database = await databases.empty(engine);
    const pace = new BackgroundPace({ first: 40, atMost: 60, rests: false });
    const slow = [];
    for (let turn = 0; turn < 8; turn += 1) {
      slow.push(await slice(database, pace, 10));
    }
    expect(slow[0]).toBe(40);
    // 25 ms of work, and whatever else the machine does.
    expect(slow.at(-1)).toBeLessThanOrEqual(3);
    expect(slow.at(-1)).toBeGreaterThanOrEqual(1);
    const quick = [];
    for (let turn = 0; turn < 40; turn += 1) {
      quick.push(await slice(database, pace, 0));
    }
    expect(Math.max(...quick)).toBe(60);
  });

  it('leaves the connection to others between two slices', async () => {
    const database = await databases.empty(engine);
    const pace = new BackgroundPace({ first: 1, atMost: 1 });
    // Half a second is not noticed, and rests only begin then.
    await slice(database, pace, 600);
    let slices = 0;
    let over = false;
    const background = (async () => {
      while (!over) {
        await slice(database, pace, 30);
        slices += 1;
      }
    })();
    await slice(database, new BackgroundPace({ first: 1, atMost: 1 }), 0);
    const before = slices;
    for (let statement = 0; statement < 20; statement += 1) {
      await database.raw('SELECT 1');
    }
    const meanwhile = slices - before;
    over = true;
    await background;
    // One after each statement, if the background took the connection at once.
    expect(meanwhile).toBeLessThan(10);
  });

  it('says what failed', async () => {
    const database = await databases.empty(engine);
    const pace = new BackgroundPace({ first: 1, atMost: 1 });
    await expect(
      pace.transaction(database, [], async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
  });
});

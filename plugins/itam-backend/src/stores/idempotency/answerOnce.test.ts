import type { Knex } from 'knex';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import { NeedsExclusiveLock, withChangeLock } from '../../database/locks';
import { sharedTime } from '../../database/sharedTime';
import { expireIdempotencyKeys } from '../../usecases/idempotency/expireIdempotencyKeys';
import { answerOnce, type RepeatableRequest } from './answerOnce';

jest.setTimeout(60_000);

const AT = new Date('2026-05-20T10:00:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1_000;

const REQUEST: RepeatableRequest = {
  actor: 'user:default/a',
  key: 'k1',
  operation: 'POST /things',
  bodyHash: 'h1',
  at: AT,
};

describe.each(engines)('answerOnce on %p', engine => {
  const databases = registerDatabases();

  /** A request whose effect is a row of the history. */
  async function send(
    database: Knex,
    request: RepeatableRequest | undefined,
    options: { alone?: boolean; fail?: boolean } = {},
  ) {
    return await withChangeLock(database, async (trx, mode) =>
      answerOnce(trx, request, async () => {
        const [{ sequence }]: { sequence: unknown }[] = await trx('history')
          .insert({
            record_ref: 'asset:default/a',
            at: AT.toISOString(),
            action: 'changed',
            changes: '[]',
          })
          .returning('sequence');
        if (options.alone && mode === 'shared') {
          throw new NeedsExclusiveLock();
        }
        if (options.fail) {
          throw new Error('It did not work');
        }
        return { status: 201, text: JSON.stringify({ id: String(sequence) }) };
      }),
    );
  }

  const effects = async (database: Knex) =>
    (await database('history').select('sequence')).length;

  it('does the work of each request without a key', async () => {
    const database = await databases.migrated(engine);
    await send(database, undefined);
    await send(database, undefined);
    expect(await effects(database)).toBe(2);
  });

  it('answers a repeated request as the first', async () => {
    const database = await databases.migrated(engine);
    const first = await send(database, REQUEST);
    expect(await send(database, REQUEST)).toEqual(first);
    expect(await effects(database)).toBe(1);

    await send(database, { ...REQUEST, actor: 'user:default/b' });
    await send(database, { ...REQUEST, key: 'k2' });
    expect(await effects(database)).toBe(3);
  });

  it.each([false, true])(
    'has one effect for many at once (needing to run alone: %p)',
    async alone => {
      const database = await databases.migrated(engine);
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => send(database, REQUEST, { alone })),
      );
      expect(new Set(answers.map(answer => answer.text)).size).toBe(1);
      expect(answers.every(answer => answer.status === 201)).toBe(true);
      expect(await effects(database)).toBe(1);
    },
  );

  it('refuses the key for another request', async () => {
    const database = await databases.migrated(engine);
    await send(database, REQUEST);
    for (const other of [
      { ...REQUEST, bodyHash: 'h2' },
      { ...REQUEST, operation: 'POST /others' },
    ]) {
      await expect(send(database, other)).rejects.toMatchObject({
        statusCode: 422,
        message: expect.stringContaining('Idempotency-Key'),
      });
    }
    expect(await effects(database)).toBe(1);
  });

  it('lets work that failed be tried again', async () => {
    const database = await databases.migrated(engine);
    await expect(send(database, REQUEST, { fail: true })).rejects.toThrow(
      'It did not work',
    );
    expect(await effects(database)).toBe(0);
    await send(database, REQUEST);
    expect(await effects(database)).toBe(1);
  });

  it('forgets keys after a day', async () => {
    const database = await databases.migrated(engine);
    const age = async (ms: number) => {
      const since = (await sharedTime(database, AT)).getTime() - ms;
      await database('idempotency_keys').update({
        created_at: new Date(since).toISOString(),
      });
    };
    await send(database, REQUEST);
    await age(DAY_MS - 60_000);
    await send(database, REQUEST);
    expect(await effects(database)).toBe(1);
    // Also before the task that removes them has run.
    await age(DAY_MS + 60_000);
    await send(database, { ...REQUEST, bodyHash: 'h2' });
    expect(await effects(database)).toBe(2);

    await age(DAY_MS + 60_000);
    await send(database, { ...REQUEST, key: 'k2' });
    const asOf = await sharedTime(database, AT);
    expect(await expireIdempotencyKeys({ database }, asOf)).toEqual({
      expired: 1,
    });
    expect(await database('idempotency_keys').pluck('key')).toEqual(['k2']);
  });
});

import knexFactory, { type Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { isPostgres } from './engine';
import { limitIdleTransactions } from './limitIdleTransactions';

jest.setTimeout(60_000);

const limitOf = async (database: Knex): Promise<string> => {
  const { rows } = await database.raw(
    'SHOW idle_in_transaction_session_timeout',
  );
  return rows[0].idle_in_transaction_session_timeout;
};

describe.each(engines)('transactions that stand still on %s', engine => {
  const databases = registerDatabases();

  it('are limited on connections old and new', async () => {
    const database = await databases.empty(engine);
    await database.raw('SELECT 1');
    limitIdleTransactions(database);
    if (!isPostgres(database)) {
      // One process and its file: nobody else waits.
      expect(await database.raw('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      return;
    }
    const limits = await Promise.all(
      [1, 2, 3].map(() => database.transaction(limitOf)),
    );
    expect(limits).toEqual(['1min', '1min', '1min']);
  });

  it('keep a limit somebody has configured', async () => {
    const database = await databases.empty(engine);
    if (isPostgres(database)) {
      await database.raw(
        `ALTER ROLE CURRENT_USER IN DATABASE ?? SET idle_in_transaction_session_timeout = '5s'`,
        [database.client.config.connection.database],
      );
      // Known to connections made from now on.
      const { client, connection } = database.client.config;
      const later = knexFactory({ client, connection });
      limitIdleTransactions(later);
      expect(await later.transaction(limitOf)).toBe('5s');
      await later.destroy();
      return;
    }
    limitIdleTransactions(database);
    expect(await database.raw('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

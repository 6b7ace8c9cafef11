import knexFactory, { type Knex } from 'knex';
import { registerDatabases } from '../__testUtils__/registerDatabases';
import { limitIdleTransactions } from './limitIdleTransactions';

jest.setTimeout(60_000);

const limitOf = async (database: Knex): Promise<string> => {
  const { rows } = await database.raw(
    'SHOW idle_in_transaction_session_timeout',
  );
  return rows[0].idle_in_transaction_session_timeout;
};

describe('transactions that stand still', () => {
  const databases = registerDatabases();

  it('are limited on connections old and new', async () => {
    const database = await databases.empty('POSTGRES_15');
    await database.raw('SELECT 1');
    limitIdleTransactions(database);
    const limits = await Promise.all(
      [1, 2, 3].map(() => database.transaction(limitOf)),
    );
    expect(limits).toEqual(['1min', '1min', '1min']);
  });

  it('keep a limit somebody has configured', async () => {
    const database = await databases.empty('POSTGRES_15');
    const { client, connection } = database.client.config;
    await database.raw(
      `ALTER ROLE CURRENT_USER IN DATABASE ?? SET idle_in_transaction_session_timeout = '5s'`,
      [connection.database],
    );
    // Known to connections made from now on.
    const later = knexFactory({ client, connection });
    limitIdleTransactions(later);
    expect(await later.transaction(limitOf)).toBe('5s');
    await later.destroy();
  });

  it('are left alone on SQLite, where nobody else waits', async () => {
    const database = await databases.empty('SQLITE_3');
    limitIdleTransactions(database);
    expect(await database.raw('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

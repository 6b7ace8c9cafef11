import type { Knex } from 'knex';

const ROWS_PER_STATEMENT = 2_000;

/**
 * Removes rows in small steps, so that no one waits long for a lock. Stops
 * when the signal is aborted. Returns how many were removed.
 *
 * @param which - Limits a query on the table, under its own name
 */
export async function deleteInSteps(
  knex: Knex,
  table: 'alerts' | 'incidents' | 'usage_measures',
  key: readonly string[],
  which: (query: Knex.QueryBuilder) => void,
  signal: AbortSignal | undefined,
): Promise<number> {
  let removed = 0;
  while (!signal?.aborted) {
    const step = knex(table)
      .select(key.map(column => `${table}.${column}`))
      .limit(ROWS_PER_STATEMENT);
    which(step);
    const count: number = await knex(table)
      .whereIn([...key], step)
      .delete();
    removed += count;
    if (count < ROWS_PER_STATEMENT) {
      break;
    }
  }
  return removed;
}

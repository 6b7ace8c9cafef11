import type { Knex } from 'knex';

/** The number of the newest entry of the history; 0 without any. */
export async function newestSequence(knex: Knex): Promise<number> {
  const row: { newest?: unknown } | undefined = await knex('history')
    .max({ newest: 'sequence' })
    .first();
  return Number(row?.newest ?? 0);
}

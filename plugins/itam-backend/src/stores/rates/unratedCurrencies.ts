import type { Knex } from 'knex';

/**
 * The currencies of costs for which there is no rate at all, in order of their
 * code. The euro needs none.
 */
export async function readUnratedCurrencies(knex: Knex): Promise<string[]> {
  const used = knex('cost_segments')
    .where('currency', '<>', 'EUR')
    .distinct('currency')
    .as('used');
  const rateIn = (table: 'rates' | 'rate_overrides') =>
    knex(table)
      .where(`${table}.currency`, knex.ref('used.currency'))
      .select(knex.raw('1'));
  const rows: { currency: string }[] = await knex
    .from(used)
    .whereNotExists(rateIn('rates'))
    .whereNotExists(rateIn('rate_overrides'))
    .select('used.currency as currency');
  return rows.map(({ currency }) => currency).sort();
}

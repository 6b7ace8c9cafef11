import type { Knex } from 'knex';

/**
 * The currencies of costs for which there is no rate at all, in order of their
 * code. The euro needs none.
 */
export async function readUnratedCurrencies(knex: Knex): Promise<string[]> {
  const rows: { currency: string }[] = await knex('cost_segments')
    .where('currency', '<>', 'EUR')
    .distinct('currency');
  const unrated: string[] = [];
  for (const { currency } of rows) {
    const rated = await Promise.all(
      ['rates', 'rate_overrides'].map(async table => {
        const row: unknown = await knex(table)
          .where('currency', currency)
          .first('date');
        return row !== undefined;
      }),
    );
    if (!rated.includes(true)) {
      unrated.push(currency);
    }
  }
  return unrated.sort();
}

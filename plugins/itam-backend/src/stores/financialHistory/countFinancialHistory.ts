import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';

/** How often something was set, opened or removed. */
export async function countFinancialHistory(
  database: Knex,
  subject: string,
): Promise<number> {
  const rows: { count?: unknown }[] = await database('financial_history')
    .where('subject', subject)
    .count({ count: '*' });
  return integerFromRow(rows[0]?.count);
}

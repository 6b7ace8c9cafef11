import type { Knex } from 'knex';
import { keyText } from './monthlyTotals';
import { monthsFromRow } from './packedMonths';

/**
 * All rows of the read model that are not zero throughout, by
 * {@link keyText}.
 */
export async function readTotals(
  database: Knex,
): Promise<Map<string, bigint[]>> {
  const rows = await database<{
    basis: 'used' | 'owned';
    node_key: string;
    category: string;
    currency: string;
    months: unknown;
  }>('cost_vec').select();
  const totals = new Map<string, bigint[]>();
  for (const row of rows) {
    const months = monthsFromRow(row.months);
    if (months.some(month => month !== 0n)) {
      totals.set(
        keyText({
          basis: row.basis,
          nodeKey: row.node_key,
          category: row.category,
          currency: row.currency,
        }),
        months,
      );
    }
  }
  return totals;
}

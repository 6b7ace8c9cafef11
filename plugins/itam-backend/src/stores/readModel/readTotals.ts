import type { Knex } from 'knex';
import { textList } from '../../database/idList';
import { keyTextOfRow, type TotalRow } from './monthlyTotals';
import { monthsFromRow } from './packedMonths';

/**
 * The read model's rows of these nodes that are not zero throughout, by
 * `keyText`.
 */
export async function readTotalsOf(
  database: Knex,
  nodeKeys: readonly string[],
): Promise<Map<string, bigint[]>> {
  return totalsOf(
    await database<TotalRow>('cost_vec')
      .whereIn('node_key', textList(database, nodeKeys))
      .select(),
  );
}

/**
 * The read model's rows of everything but records, as {@link readTotalsOf}
 * gives them.
 */
export async function readTotalsOfNodes(
  database: Knex,
): Promise<Map<string, bigint[]>> {
  return totalsOf(
    await database<TotalRow>('cost_vec')
      .whereRaw('node_key NOT IN (SELECT ref FROM records)')
      .whereRaw("node_key NOT IN (SELECT 'unallocated|' || ref FROM records)")
      .select(),
  );
}

function totalsOf(rows: readonly TotalRow[]): Map<string, bigint[]> {
  const totals = new Map<string, bigint[]>();
  for (const row of rows) {
    const months = monthsFromRow(row.months);
    if (months.some(month => month !== 0n)) {
      totals.set(keyTextOfRow(row), months);
    }
  }
  return totals;
}

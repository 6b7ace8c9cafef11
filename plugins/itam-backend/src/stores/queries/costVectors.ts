import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import { settingKeys } from '../../database/settingKeys';
import { monthsFromRow, WINDOW_MONTHS } from '../readModel/packedMonths';
import { readSetting } from '../settings/readSetting';

const KEYS_PER_STATEMENT = 400;

/** Actual cost of a node per month of the read model's window. */
export interface CostVector {
  nodeKey: string;
  category: string;
  currency: string;
  /** Minor units, one per month of the window. */
  months: bigint[];
}

/** The months the read model covers; undefined before it was first built. */
export async function readModelWindow(
  knex: Knex,
): Promise<{ from: number; toExclusive: number } | undefined> {
  const start = await readSetting(knex, settingKeys.windowStartMonth);
  if (start === undefined) {
    return undefined;
  }
  const from = integerFromRow(start);
  return { from, toExclusive: from + WINDOW_MONTHS };
}

/** Vectors of nodes on one basis. Nodes without cost have none. */
export async function readCostVectors(
  knex: Knex,
  basis: 'used' | 'owned',
  nodeKeys: readonly string[],
): Promise<CostVector[]> {
  const vectors: CostVector[] = [];
  for (const batch of batchesOf(nodeKeys, KEYS_PER_STATEMENT)) {
    const rows: {
      node_key: string;
      category: string;
      currency: string;
      months: unknown;
    }[] = await knex('cost_vec')
      .where('basis', basis)
      .whereIn('node_key', batch)
      .select('node_key', 'category', 'currency', 'months');
    for (const row of rows) {
      vectors.push({
        nodeKey: row.node_key,
        category: row.category,
        currency: row.currency,
        months: monthsFromRow(row.months),
      });
    }
  }
  return vectors;
}

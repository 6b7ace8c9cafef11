import type { Knex } from 'knex';
import {
  monthFromText,
  type CostCertainty,
  type CostView,
} from '@backstage-itam/plugin-itam-common';
import { monthsFromRow } from '../stores/readModel/packedMonths';
import { readWindowStart } from '../stores/readModel/window';

/**
 * Minor units of one node in one month (`YYYY-MM`) in the read model, all
 * categories together, per currency; zeros left out. What is actual as it
 * accrues, unless another view and certainty is named.
 */
export async function readMonth(
  database: Knex,
  basis: 'used' | 'owned',
  nodeKey: string,
  month: string,
  of: { view: CostView; certainty: CostCertainty } = {
    view: 'accrued',
    certainty: 'actual',
  },
): Promise<Record<string, bigint>> {
  const index = monthFromText(month) - (await readWindowStart(database));
  const rows: { currency: string; months: unknown }[] = await database(
    'cost_vec',
  )
    .where({ basis, node_key: nodeKey, ...of })
    .select('currency', 'months');
  const sums: Record<string, bigint> = {};
  for (const row of rows) {
    const amount = monthsFromRow(row.months)[index];
    if (amount !== 0n) {
      sums[row.currency] = (sums[row.currency] ?? 0n) + amount;
    }
  }
  return sums;
}

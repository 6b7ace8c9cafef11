import type { MonthlyMoney } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { textList } from '../../database/idList';
import type { TotalRow } from '../readModel/monthlyTotals';
import { monthsFromRow } from '../readModel/packedMonths';
import { readWindowStart } from '../readModel/window';

/**
 * What the records of suppliers are invoiced for a month, as far as it is
 * certain, by slug. Months outside of the read model's window are left out.
 */
export async function readSupplierCharges(
  database: Knex,
  slugs: readonly string[],
): Promise<(slug: string) => MonthlyMoney[]> {
  const charges = new Map<string, MonthlyMoney[]>();
  if (slugs.length > 0) {
    const windowStart = await readWindowStart(database);
    const rows = await database<TotalRow>('cost_vec')
      .whereIn('node_key', textList(database, slugs.map(nodeKeyOf)))
      .where({ view: 'invoiced', basis: 'owned' })
      .whereNot('certainty', 'forecast')
      .select();
    for (const { node_key, currency, months } of rows) {
      const monthly = monthsFromRow(months).flatMap((minor, index) =>
        minor === 0n ? [] : [{ month: windowStart + index, currency, minor }],
      );
      charges.set(node_key, [...(charges.get(node_key) ?? []), ...monthly]);
    }
  }
  return slug => charges.get(nodeKeyOf(slug)) ?? [];
}

function nodeKeyOf(slug: string): string {
  return `supplier:${slug}`;
}

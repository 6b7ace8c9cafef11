import type { MonthlyMoney } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { WINDOW_MONTHS } from '../readModel/packedMonths';
import { readWindowStart } from '../readModel/window';
import type { StoredItem } from './itemRow';
import { readSpendMonths } from './spendMonths';
import { readSupplierCharges } from './supplierCharges';

/** Money of one supplier by month. */
export interface SpendBesideCharges {
  spent: MonthlyMoney[];
  charged: MonthlyMoney[];
}

/**
 * What is spent with matched suppliers, and what their records charge; empty
 * for other items. Months that the register keeps no costs of are left out of
 * both.
 */
export async function readSpendBesideCharges(
  database: Knex,
  items: readonly Pick<StoredItem, 'id' | 'kind' | 'state' | 'matches'>[],
): Promise<(itemId: number) => SpendBesideCharges> {
  const suppliers = new Map(
    items
      .filter(({ kind, state }) => kind === 'spend' && state === 'matched')
      .map(({ id, matches }) => [id, matches]),
  );
  if (suppliers.size === 0) {
    return () => ({ spent: [], charged: [] });
  }
  const from = await readWindowStart(database);
  const spent = await readSpendMonths(database, [...suppliers.keys()]);
  const charged = await readSupplierCharges(
    database,
    [...suppliers.values()].flat(),
  );
  return id => {
    const slugs = suppliers.get(id);
    return slugs
      ? {
          spent: spent(id).filter(
            ({ month }) => month >= from && month < from + WINDOW_MONTHS,
          ),
          charged: slugs.flatMap(charged),
        }
      : { spent: [], charged: [] };
  };
}

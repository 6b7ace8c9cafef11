import type {
  BilledAmount,
  CostView,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';

/**
 * What the bills in force say records cost, by record id, in the order of
 * months.
 */
export async function readBilledAmounts(
  database: Knex,
  recordIds: readonly number[],
): Promise<Map<number, BilledAmount[]>> {
  const amounts = new Map<number, BilledAmount[]>();
  if (recordIds.length === 0) {
    return amounts;
  }
  const rows: {
    record_id: unknown;
    view: string;
    month: unknown;
    minor: unknown;
    currency: string;
  }[] = await database('cloud_amounts')
    .whereIn('record_id', idList(database, recordIds))
    .orderBy(['record_id', 'view', 'month', 'delivery_id'])
    .select(
      'record_id',
      'view',
      'month',
      'currency',
      // SQLite's driver would round large amounts.
      database.raw('CAST(minor AS TEXT) AS minor'),
    );
  for (const row of rows) {
    const id = integerFromRow(row.record_id);
    const amount: BilledAmount = {
      view: costViewOf(row.view),
      month: integerFromRow(row.month),
      minor: bigintFromRow(row.minor),
      currency: row.currency,
    };
    const list = amounts.get(id);
    if (list) {
      list.push(amount);
    } else {
      amounts.set(id, [amount]);
    }
  }
  return amounts;
}

/** Throws when the view is none the register knows. */
export function costViewOf(view: string): CostView {
  if (view !== 'accrued' && view !== 'invoiced') {
    throw new Error('An amount of an unknown view is stored');
  }
  return view;
}

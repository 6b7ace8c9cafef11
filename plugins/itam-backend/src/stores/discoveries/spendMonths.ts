import {
  monthFromText,
  type MonthlyMoney,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';

interface Row {
  item_id: unknown;
  month: string;
  currency: string;
  minor: unknown;
}

/** What is spent a month by items, in order. */
export async function readSpendMonths(
  database: Knex,
  itemIds: readonly number[],
): Promise<(itemId: number) => MonthlyMoney[]> {
  const rows: Row[] = await database('spend_lines')
    .whereIn('item_id', idList(database, itemIds))
    .groupBy('item_id', 'month', 'currency')
    .orderBy(['item_id', 'month', 'currency'])
    .select(
      'item_id',
      'currency',
      database.raw('substr(date, 1, 7) as month'),
      database.raw('cast(sum(amount_minor) as text) as minor'),
    );
  const byItem = new Map<number, MonthlyMoney[]>();
  for (const { item_id, month, currency, minor } of rows) {
    const id = integerFromRow(item_id);
    byItem.set(id, [
      ...(byItem.get(id) ?? []),
      { month: monthFromText(month), currency, minor: bigintFromRow(minor) },
    ]);
  }
  return id => byItem.get(id) ?? [];
}

import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { isPostgres } from '../../database/engine';
import { keyText, type MonthlyTotal } from './monthlyTotals';
import { monthsFromRow, monthsLiteral, packMonths } from './packedMonths';

const ROWS_PER_STATEMENT = 150;

/**
 * Adds totals to the read model's rows, in the order given: always that of
 * `MonthlyTotals.nonZero`, so that concurrent changes lock rows in one order.
 */
export async function addTotals(
  trx: Knex.Transaction,
  totals: readonly MonthlyTotal[],
): Promise<void> {
  for (const batch of batchesOf(totals, ROWS_PER_STATEMENT)) {
    if (isPostgres(trx)) {
      await addOnPostgres(trx, batch);
    } else {
      await addOnSqlite(trx, batch);
    }
  }
}

async function addOnPostgres(
  trx: Knex.Transaction,
  totals: MonthlyTotal[],
): Promise<void> {
  await trx.raw(
    `INSERT INTO cost_vec (basis, node_key, category, currency, months)
     SELECT b, n, c, u, m::bigint[]
     FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
       WITH ORDINALITY AS x(b, n, c, u, m, o)
     ORDER BY o
     ON CONFLICT (basis, node_key, category, currency) DO UPDATE SET months =
       ARRAY(
         SELECT p + q
         FROM unnest(cost_vec.months, excluded.months)
           WITH ORDINALITY AS y(p, q, o)
         ORDER BY o
       )`,
    [
      totals.map(total => total.basis),
      totals.map(total => total.nodeKey),
      totals.map(total => total.category),
      totals.map(total => total.currency),
      totals.map(total => monthsLiteral(total.months)),
    ],
  );
}

async function addOnSqlite(
  trx: Knex.Transaction,
  totals: MonthlyTotal[],
): Promise<void> {
  const rows = await trx<{
    basis: 'used' | 'owned';
    node_key: string;
    category: string;
    currency: string;
    months: unknown;
  }>('cost_vec')
    .whereIn('node_key', [...new Set(totals.map(total => total.nodeKey))])
    .select();
  const stored = new Map(
    rows.map(row => [
      keyText({
        basis: row.basis,
        nodeKey: row.node_key,
        category: row.category,
        currency: row.currency,
      }),
      monthsFromRow(row.months),
    ]),
  );
  await trx('cost_vec')
    .insert(
      totals.map(total => {
        const before = stored.get(keyText(total));
        return {
          basis: total.basis,
          node_key: total.nodeKey,
          category: total.category,
          currency: total.currency,
          months: packMonths(
            before
              ? total.months.map((month, index) => month + before[index])
              : total.months,
          ),
        };
      }),
    )
    .onConflict(['basis', 'node_key', 'category', 'currency'])
    .merge(['months']);
}

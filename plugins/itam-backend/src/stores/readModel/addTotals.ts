import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { batchesFrom, batchesOf } from '../../database/batches';
import { isPostgres } from '../../database/engine';
import {
  addMonths,
  keyText,
  keyTextOfRow,
  totalKeyColumns,
  type MonthlyTotal,
  type TotalRow,
} from './monthlyTotals';
import { monthsFromRow, monthsLiteral, packMonths } from './packedMonths';

/** Few enough that other work of the process gets its turn on SQLite. */
const ROWS_PER_STATEMENT = 1_000;
const COLUMNS = totalKeyColumns.join(', ');

const ADD_ON_POSTGRES = `
  ON CONFLICT (${COLUMNS}) DO UPDATE SET months = ARRAY(
    SELECT p + q
    FROM unnest(cost_vec.months, excluded.months)
      WITH ORDINALITY AS y(p, q, o)
    ORDER BY o
  )`;

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
      await writeOnPostgres(trx, batch, ADD_ON_POSTGRES);
    } else {
      await writeOnSqlite(trx, await addedOnSqlite(trx, batch));
    }
    if (batch.length === ROWS_PER_STATEMENT) {
      await setImmediate();
    }
  }
}

/**
 * Writes totals that have no row yet: those of a read model that is built
 * anew. Returns how many there were.
 */
export async function insertTotals(
  trx: Knex.Transaction,
  totals: Iterable<MonthlyTotal>,
): Promise<number> {
  let rows = 0;
  for (const batch of batchesFrom(totals, ROWS_PER_STATEMENT)) {
    if (isPostgres(trx)) {
      await writeOnPostgres(trx, batch, '');
    } else {
      await writeOnSqlite(trx, batch);
    }
    rows += batch.length;
    if (batch.length === ROWS_PER_STATEMENT) {
      await setImmediate();
    }
  }
  return rows;
}

async function writeOnPostgres(
  trx: Knex.Transaction,
  totals: MonthlyTotal[],
  onConflict: string,
): Promise<void> {
  await trx.raw(
    `INSERT INTO cost_vec (${COLUMNS}, months)
     SELECT ${COLUMNS}, months::bigint[]
     FROM unnest(
       ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
       ?::text[]
     ) WITH ORDINALITY AS x(${COLUMNS}, months, position)
     ORDER BY position ${onConflict}`,
    [
      totals.map(total => total.nodeKey),
      totals.map(total => total.view),
      totals.map(total => total.basis),
      totals.map(total => total.certainty),
      totals.map(total => total.category),
      totals.map(total => total.currency),
      totals.map(total => monthsLiteral(total.months)),
    ],
  );
}

/** All rows travel in one parameter, the months as hexadecimal text. */
async function writeOnSqlite(
  trx: Knex.Transaction,
  totals: readonly MonthlyTotal[],
): Promise<void> {
  const values = totals.map(total => [
    ...keyValues(total),
    packMonths(total.months).toString('hex'),
  ]);
  await trx.raw(
    `INSERT INTO cost_vec (${COLUMNS}, months)
     SELECT ${totalKeyColumns
       .map((_, index) => `json_extract(value, '$[${index}]')`)
       .join(', ')}, unhex(json_extract(value, '$[${totalKeyColumns.length}]'))
     FROM json_each(?)
     WHERE true
     ON CONFLICT (${COLUMNS}) DO UPDATE SET months = excluded.months`,
    [JSON.stringify(values)],
  );
}

/** What the rows are once the totals are added; SQLite has one writer. */
async function addedOnSqlite(
  trx: Knex.Transaction,
  totals: readonly MonthlyTotal[],
): Promise<MonthlyTotal[]> {
  // By their whole key: a node has hundreds of rows, of which a change has few.
  const rows: TotalRow[] = await trx.raw(
    `SELECT cost_vec.* FROM json_each(?) AS asked CROSS JOIN cost_vec
     WHERE ${totalKeyColumns
       .map(
         (column, index) =>
           `cost_vec.${column} = json_extract(asked.value, '$[${index}]')`,
       )
       .join(' AND ')}`,
    [JSON.stringify(totals.map(keyValues))],
  );
  const stored = new Map(
    rows.map(row => [keyTextOfRow(row), monthsFromRow(row.months)]),
  );
  return totals.map(total => {
    const before = stored.get(keyText(total));
    if (!before) {
      return total;
    }
    const months = BigInt64Array.from(before);
    addMonths(months, total.months, 1n);
    return { ...total, months };
  });
}

/** In the order of {@link totalKeyColumns}. */
function keyValues(total: MonthlyTotal): string[] {
  const { nodeKey, view, basis, certainty, category, currency } = total;
  return [nodeKey, view, basis, certainty, category, currency];
}

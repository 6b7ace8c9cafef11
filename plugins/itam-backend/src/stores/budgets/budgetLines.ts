import {
  comparedLineFromJson,
  comparedLineToJson,
  type ComparedLine,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';

const ROWS_PER_STATEMENT = 200;

/** The forecast a budget was set on, per record and currency. */
export async function readBudgetLines(
  database: Knex,
  budgetId: number,
): Promise<ComparedLine[]> {
  const rows: { line: string }[] = await database('budget_lines')
    .where('budget_id', budgetId)
    .select('line');
  return rows.map(row => comparedLineFromJson(JSON.parse(row.line)));
}

/** Writes the forecast a budget was set on in place of a former one. */
export async function replaceBudgetLines(
  trx: Knex.Transaction,
  budgetId: number,
  lines: readonly ComparedLine[],
): Promise<void> {
  await trx('budget_lines').where('budget_id', budgetId).delete();
  for (const batch of batchesOf(lines, ROWS_PER_STATEMENT)) {
    await trx('budget_lines').insert(
      batch.map(line => ({
        budget_id: budgetId,
        record_ref: line.key,
        currency: line.currency,
        line: JSON.stringify(comparedLineToJson(line)),
      })),
    );
  }
}

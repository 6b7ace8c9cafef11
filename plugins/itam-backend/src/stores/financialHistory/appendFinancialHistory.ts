import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';

const ROWS_PER_STATEMENT = 100;

/** A budget, rate or closing as it was set. */
export interface FinancialHistoryEntry {
  /** What was set, such as `budget:2026/all` or `rate:2026-01-31/USD`. */
  subject: string;
  at: Date;
  /** Who did it. */
  actor: string;
  action: string;
  /** What it was set to; amounts as decimal text. */
  value: JsonObject;
}

/** Adds entries to the financial history, which is never edited. */
export async function appendFinancialHistory(
  trx: Knex.Transaction,
  entries: readonly FinancialHistoryEntry[],
): Promise<void> {
  for (const batch of batchesOf(entries, ROWS_PER_STATEMENT)) {
    await trx('financial_history').insert(
      batch.map(entry => ({
        subject: entry.subject,
        at: entry.at.toISOString(),
        actor: entry.actor,
        action: entry.action,
        value: JSON.stringify(entry.value),
      })),
    );
  }
}

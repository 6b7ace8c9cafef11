import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { appendFinancialHistory } from '../financialHistory/appendFinancialHistory';

const SUBJECT = 'closing';
/** Entries that are shown. */
const SHOWN = 50;

/** A closing as it was set. */
export interface ClosingEntry {
  /** Last closed month, `YYYY-MM`; none was closed any more without it. */
  closedThrough?: string;
  /** ISO instant. */
  at: string;
  /** Ref of who set it. */
  by?: string;
  reason?: string;
}

/**
 * How often a closing was set: the version of the one in force.
 */
export async function readClosingVersion(database: Knex): Promise<number> {
  const row: unknown = await database('financial_history')
    .where('subject', SUBJECT)
    .count({ entries: '*' })
    .first();
  return typeof row === 'object' && row !== null && 'entries' in row
    ? integerFromRow(row.entries)
    : 0;
}

/**
 * The last closings, newest first.
 */
export async function readClosingLog(database: Knex): Promise<ClosingEntry[]> {
  const rows: { at: string; actor: string | null; value: string }[] =
    await database('financial_history')
      .where('subject', SUBJECT)
      .orderBy('sequence', 'desc')
      .limit(SHOWN)
      .select('at', 'actor', 'value');
  return rows.map(({ at, actor, value }) => ({
    ...textsOf(value),
    at,
    ...(actor === null ? {} : { by: actor }),
  }));
}

/**
 * Adds an entry to the log, which is never edited.
 */
export async function appendClosing(
  trx: Knex.Transaction,
  entry: {
    closedThrough: string | null;
    reason: string | undefined;
    action: 'closed' | 'opened';
    actor: string;
    at: Date;
  },
): Promise<void> {
  const { closedThrough, reason, action, actor, at } = entry;
  await appendFinancialHistory(trx, [
    {
      subject: SUBJECT,
      at,
      actor,
      action,
      value: {
        closedThrough,
        ...(reason === undefined ? {} : { reason }),
      },
    },
  ]);
}

function textsOf(json: string): { closedThrough?: string; reason?: string } {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null) {
    throw new Error('An object was expected in the log of closings');
  }
  const texts: { closedThrough?: string; reason?: string } = {};
  for (const key of ['closedThrough', 'reason'] as const) {
    const text: unknown = Reflect.get(value, key);
    if (typeof text === 'string') {
      texts[key] = text;
    }
  }
  return texts;
}

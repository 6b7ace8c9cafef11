import type { Knex } from 'knex';
import { bulkInsert } from '../../database/bulkInsert';

/**
 * Something that happened to a record.
 */
export interface HistoryEntry {
  ref: string;
  at: Date;
  /** Ref of who did it; `catalog` for declarations. */
  actor: string;
  action:
    | 'declared'
    | 'registered'
    | 'changed'
    | 'transitioned'
    | 'assigned'
    | 'returned'
    | 'retired'
    | 'restored'
    | 'servicing-added'
    | 'servicing-voided'
    | 'usage-recorded';
  /** Paths that changed, without values. */
  changes: string[];
  revision: string | null;
  /** Why, as who did it says. */
  reason?: string;
}

/**
 * Adds an entry to the history, which is never edited.
 */
export async function appendHistory(
  trx: Knex.Transaction,
  entry: HistoryEntry,
): Promise<void> {
  await trx('history').insert(rowOf(entry));
}

const columnTypes = {
  record_ref: 'text',
  at: 'text',
  actor: 'text',
  action: 'text',
  changes: 'text',
  revision: 'text',
} as const;

/**
 * Adds entries to the history in their order, with few statements.
 */
export async function appendHistoryEntries(
  trx: Knex.Transaction,
  entries: readonly HistoryEntry[],
): Promise<void> {
  await bulkInsert(
    trx,
    'history',
    columnTypes,
    entries.map(entry => {
      const row = rowOf(entry);
      return [
        row.record_ref,
        row.at,
        row.actor,
        row.action,
        row.changes,
        row.revision,
      ];
    }),
  );
}

function rowOf(entry: HistoryEntry) {
  return {
    record_ref: entry.ref,
    at: entry.at.toISOString(),
    actor: entry.actor,
    action: entry.action,
    changes: JSON.stringify(
      entry.reason === undefined
        ? entry.changes
        : { paths: entry.changes, reason: entry.reason },
    ),
    revision: entry.revision,
  };
}

import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert } from '../../database/bulkInsert';
import { idList } from '../../database/idList';

/**
 * Something to evaluate: a record with all that depends on it, a record that
 * depends on one that changed, or whatever names a node of the catalog.
 */
export interface PendingEvaluation {
  kind: 'record' | 'reader' | 'node';
  ref: string;
}

/** Pending evaluations that are worked on together. */
export interface PendingBatch {
  ids: number[];
  entries: PendingEvaluation[];
}

const KINDS: readonly PendingEvaluation['kind'][] = [
  'record',
  'reader',
  'node',
];

/**
 * The oldest pending evaluations, at most `limit`. They stay pending until
 * {@link removePending}: what comes in meanwhile has ids of its own.
 */
export async function readPending(
  database: Knex,
  limit: number,
): Promise<PendingBatch> {
  const rows: { id: unknown; kind: string; ref: string }[] = await database(
    'policy_pending',
  )
    .orderBy('id')
    .limit(limit)
    .select('id', 'kind', 'ref');
  return {
    ids: rows.map(row => integerFromRow(row.id)),
    entries: rows.map(row => ({ kind: kindOf(row.kind), ref: row.ref })),
  };
}

/** Ends evaluations that were pending. */
export async function removePending(
  trx: Knex.Transaction,
  ids: readonly number[],
): Promise<void> {
  await trx('policy_pending').whereIn('id', idList(trx, ids)).delete();
}

/** Has things evaluated next. */
export async function addPending(
  trx: Knex.Transaction,
  entries: readonly PendingEvaluation[],
): Promise<void> {
  await bulkInsert(
    trx,
    'policy_pending',
    { kind: 'text', ref: 'text' },
    entries.map(({ kind, ref }) => [kind, ref]),
  );
}

/** How many evaluations are pending. */
export async function countPending(database: Knex): Promise<number> {
  const [row]: { count?: unknown }[] = await database('policy_pending').count({
    count: '*',
  });
  return Number(row?.count ?? 0);
}

function kindOf(text: string): PendingEvaluation['kind'] {
  const kind = KINDS.find(known => known === text);
  if (!kind) {
    throw new Error('An evaluation of unknown kind is pending');
  }
  return kind;
}

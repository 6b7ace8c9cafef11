import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert } from '../../database/bulkInsert';
import { batchesOf } from '../../database/batches';
import { isPostgres } from '../../database/engine';
import { idList } from '../../database/idList';
import type { ReadersAfter } from './policyKeys';

/**
 * Something to evaluate: a record with all that depends on it, whatever names
 * a node of the catalog, the rest of those that depend on a key (its `ref` is
 * text of {@link restOfReaders}), or a record that depends on what changed.
 */
export interface PendingEvaluation {
  kind: 'record' | 'node' | 'readers' | 'reader';
  ref: string;
}

/** Refs that are looked up by one statement. */
const REFS_PER_STATEMENT = 500;

/** Pending evaluations that are worked on together. */
export interface PendingBatch {
  ids: number[];
  entries: PendingEvaluation[];
}

/** What people have changed comes first, and what follows from it last. */
const KINDS: readonly PendingEvaluation['kind'][] = [
  'record',
  'node',
  'readers',
  'reader',
];

/**
 * The next pending evaluations, at most `limit`, by kind and age. They stay
 * pending until {@link removePending}: what comes in meanwhile has ids of its
 * own.
 */
export async function readPending(
  database: Knex,
  limit: number,
): Promise<PendingBatch> {
  const rows: { id: unknown; kind: string; ref: string }[] = [];
  for (const kind of KINDS) {
    if (rows.length < limit) {
      rows.push(
        ...(await database('policy_pending')
          .where('kind', kind)
          .orderBy('id')
          .limit(limit - rows.length)
          .select('id', 'kind', 'ref')),
      );
    }
  }
  return {
    ids: rows.map(row => integerFromRow(row.id)),
    entries: rows.map(row => ({ kind: kindOf(row.kind), ref: row.ref })),
  };
}

/** Whether anything is pending. */
export async function isAnyPending(database: Knex): Promise<boolean> {
  return (await database('policy_pending').first('id')) !== undefined;
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

/**
 * Has records evaluated later that are not going to be anyway. The caller holds
 * the lock of evaluations, so that none of those is under way.
 */
export async function addReaders(
  trx: Knex.Transaction,
  refs: readonly string[],
): Promise<void> {
  for (const batch of batchesOf(refs, REFS_PER_STATEMENT)) {
    const [readers, value] = isPostgres(trx)
      ? ['unnest(?::text[]) AS reader(ref)', batch]
      : [
          '(SELECT value AS ref FROM json_each(?)) AS reader',
          JSON.stringify(batch),
        ];
    await trx.raw(
      `INSERT INTO policy_pending (kind, ref)
       SELECT 'reader', reader.ref FROM ${readers}
       WHERE NOT EXISTS (
         SELECT 1 FROM policy_pending
         WHERE policy_pending.ref = reader.ref
         AND policy_pending.kind IN ('reader', 'record')
       )`,
      [value],
    );
  }
}

/** Where the readers of a key go on, as the `ref` of a pending evaluation. */
export function restOfReaders({ key, recordId }: ReadersAfter): string {
  return `${recordId} ${key}`;
}

/** Reads what {@link restOfReaders} wrote. */
export function readersAfter(ref: string): ReadersAfter {
  const space = ref.indexOf(' ');
  return {
    key: ref.slice(space + 1),
    recordId: integerFromRow(ref.slice(0, space)),
  };
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

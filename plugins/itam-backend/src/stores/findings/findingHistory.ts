import type { Knex } from 'knex';
import { bulkInsert } from '../../database/bulkInsert';
import { integerFromRow } from '../../database/bigints';

/** A state that a finding took. */
export interface FindingHistoryEntry {
  findingId: number;
  /** ISO instant. */
  at: string;
  /** Ref of who did it; null where the register found or resolved it. */
  actor: string | null;
  state: string;
  reason: string | null;
  /** ISO calendar date, the last day it is set aside. */
  until: string | null;
}

/** Adds states to the history of findings, which is never edited. */
export async function appendFindingHistory(
  trx: Knex.Transaction,
  entries: readonly FindingHistoryEntry[],
): Promise<void> {
  await bulkInsert(
    trx,
    'finding_history',
    {
      finding_id: 'integer',
      at: 'text',
      actor: 'text',
      state: 'text',
      reason: 'text',
      until: 'text',
    },
    entries.map(({ findingId, at, actor, state, reason, until }) => [
      findingId,
      at,
      actor,
      state,
      reason,
      until,
    ]),
  );
}

/** The newest states of a finding, at most `limit`, the newest first. */
export async function readFindingHistory(
  database: Knex,
  findingId: number,
  limit: number,
): Promise<FindingHistoryEntry[]> {
  const rows: {
    finding_id: unknown;
    at: string;
    actor: string | null;
    state: string;
    reason: string | null;
    until: string | null;
  }[] = await database('finding_history')
    .where('finding_id', findingId)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .select('finding_id', 'at', 'actor', 'state', 'reason', 'until');
  return rows.map(({ finding_id, ...row }) => ({
    ...row,
    findingId: integerFromRow(finding_id),
  }));
}

import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert } from '../../database/bulkInsert';

/** What was wrong with a record of a run. */
export interface RunProblem {
  kind: 'failed' | 'conflict' | 'absent';
  stream: string;
  sourceId: string;
  ref: string | null;
  /** Without amounts. */
  message: string;
}

/** Problems of one run that are kept; the counts are of all. */
export const PROBLEMS_KEPT = 2_000;

const types = {
  run_id: 'integer',
  kind: 'text',
  stream: 'text',
  source_id: 'text',
  ref: 'text',
  message: 'text',
} as const;

/** Adds problems to a run, up to the number that is kept. */
export async function insertProblems(
  trx: Knex.Transaction,
  runId: number,
  problems: readonly RunProblem[],
): Promise<void> {
  if (problems.length === 0) {
    return;
  }
  const counted = await trx('connector_problems')
    .where('run_id', runId)
    .count({ count: '*' })
    .first();
  const room = PROBLEMS_KEPT - integerFromRow(counted?.count ?? 0);
  await bulkInsert(
    trx,
    'connector_problems',
    types,
    problems
      .slice(0, Math.max(0, room))
      .map(({ kind, stream, sourceId, ref, message }) => [
        runId,
        kind,
        stream,
        sourceId,
        ref,
        message,
      ]),
  );
}

/** The problems of a run after one of them, in their order. */
export async function readProblems(
  database: Knex,
  runId: number,
  { after, limit }: { after: number; limit: number },
): Promise<(RunProblem & { id: number })[]> {
  const rows: {
    id: unknown;
    kind: string;
    stream: string;
    source_id: string;
    ref: string | null;
    message: string;
  }[] = await database('connector_problems')
    .where('run_id', runId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit);
  return rows.map(row => ({
    id: integerFromRow(row.id),
    kind:
      row.kind === 'conflict' || row.kind === 'absent' ? row.kind : 'failed',
    stream: row.stream,
    sourceId: row.source_id,
    ref: row.ref,
    message: row.message,
  }));
}

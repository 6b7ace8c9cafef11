import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert } from '../../database/bulkInsert';

/** What may be wrong. */
const PROBLEM_KINDS = ['failed', 'conflict', 'absent', 'unknown'] as const;

/** What was wrong with a record of a run. */
export interface RunProblem {
  kind: (typeof PROBLEM_KINDS)[number];
  stream: string;
  sourceId: string;
  ref: string | null;
  /** Without amounts. */
  message: string;
}

/** Problems of one run that are kept; the counts are of all. */
export const PROBLEMS_KEPT = 2_000;
/** Of these, things of one stream that nothing is known of; more do not count. */
const UNKNOWN_KEPT = 500;

const types = {
  run_id: 'integer',
  kind: 'text',
  stream: 'text',
  source_id: 'text',
  ref: 'text',
  message: 'text',
} as const;

/**
 * Adds problems to a run, up to the number that is kept.
 *
 * @returns How many were added
 */
export async function insertProblems(
  trx: Knex.Transaction,
  runId: number,
  problems: readonly RunProblem[],
): Promise<number> {
  if (problems.length === 0) {
    return 0;
  }
  const counted = await trx('connector_problems')
    .where('run_id', runId)
    .count({ count: '*' })
    .first();
  const room = PROBLEMS_KEPT - integerFromRow(counted?.count ?? 0);
  const kept = problems.slice(0, Math.max(0, room));
  await bulkInsert(
    trx,
    'connector_problems',
    types,
    kept.map(({ kind, stream, sourceId, ref, message }) => [
      runId,
      kind,
      stream,
      sourceId,
      ref,
      message,
    ]),
  );
  return kept.length;
}

/**
 * Adds what nothing is known of to a run, each once.
 *
 * @returns How many were added
 */
export async function insertUnknown(
  trx: Knex.Transaction,
  runId: number,
  stream: string,
  unknown: readonly Pick<RunProblem, 'sourceId' | 'message'>[],
): Promise<number> {
  if (unknown.length === 0) {
    return 0;
  }
  const rows: { source_id: string }[] = await trx('connector_problems')
    .where({ run_id: runId, kind: 'unknown', stream })
    .select('source_id');
  const told = new Set(rows.map(({ source_id: id }) => id));
  const fresh = [...new Map(unknown.map(one => [one.sourceId, one])).values()]
    .filter(({ sourceId }) => !told.has(sourceId))
    .slice(0, Math.max(0, UNKNOWN_KEPT - told.size));
  return await insertProblems(
    trx,
    runId,
    fresh.map(({ sourceId, message }) => ({
      kind: 'unknown',
      stream,
      sourceId,
      ref: null,
      message,
    })),
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
    kind: PROBLEM_KINDS.find(kind => kind === row.kind) ?? 'failed',
    stream: row.stream,
    sourceId: row.source_id,
    ref: row.ref,
    message: row.message,
  }));
}

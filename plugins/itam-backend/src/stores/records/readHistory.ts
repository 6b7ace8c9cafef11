import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';

/** Something that happened to a record. */
export interface HistoryRow {
  sequence: number;
  at: string;
  actor: string | null;
  action: string;
  /** Paths that changed, without values. */
  changes: string[];
  /** Why, as who did it says. */
  reason: string | undefined;
}

/**
 * Entries of a record's history, newest first.
 *
 * @param page.before - Only those with a smaller sequence number
 */
export async function readHistory(
  knex: Knex,
  ref: string,
  page: { before?: number; limit: number },
): Promise<HistoryRow[]> {
  const { before, limit } = page;
  const rows: {
    sequence: unknown;
    at: string;
    actor: string | null;
    action: string;
    changes: string;
  }[] = await knex('history')
    .where('record_ref', ref)
    .modify(query => {
      if (before !== undefined) {
        query.where('sequence', '<', before);
      }
    })
    .orderBy('sequence', 'desc')
    .limit(limit)
    .select('sequence', 'at', 'actor', 'action', 'changes');
  return rows.map(row => ({
    sequence: integerFromRow(row.sequence),
    at: row.at,
    actor: row.actor,
    action: row.action,
    ...changesOf(row.changes),
  }));
}

/** How many entries the history of a record has. */
export async function countHistory(knex: Knex, ref: string): Promise<number> {
  const row: { count: unknown } | undefined = await knex('history')
    .where('record_ref', ref)
    .first(knex.raw('count(*) as count'));
  return integerFromRow(row?.count ?? 0);
}

/** A list of paths, or those with a reason. */
function changesOf(json: string): Pick<HistoryRow, 'changes' | 'reason'> {
  const value: unknown = JSON.parse(json);
  if (Array.isArray(value)) {
    return { changes: value.map(String), reason: undefined };
  }
  if (typeof value !== 'object' || value === null) {
    throw new Error('A list was expected in the history of a record');
  }
  const paths: unknown = Reflect.get(value, 'paths');
  const reason: unknown = Reflect.get(value, 'reason');
  return {
    changes: Array.isArray(paths) ? paths.map(String) : [],
    reason: typeof reason === 'string' ? reason : undefined,
  };
}

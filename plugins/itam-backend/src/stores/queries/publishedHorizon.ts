import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { isPostgres } from '../../database/engine';

const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 200;

/**
 * The newest sequence of the history up to which nothing can appear any more;
 * 0 for an empty history.
 *
 * On PostgreSQL a transaction takes its number before it commits, so that a
 * lower number may appear after a higher one. Whoever has taken a number holds
 * a lock on the table until it ends: those who do are waited for. Undefined
 * when they take longer than `longestWaitMs`.
 */
export async function readPublishedHorizon(
  database: Knex,
  longestWaitMs: number,
): Promise<number | undefined> {
  const newest = await newestSequence(database);
  if (!isPostgres(database)) {
    // One writer at a time.
    return newest;
  }
  let open = await writersOf(database);
  const endMs = performance.now() + longestWaitMs;
  let pauseMs = FIRST_PAUSE_MS;
  while (open.size > 0) {
    if (performance.now() >= endMs) {
      return undefined;
    }
    await wait(pauseMs);
    pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    const now = await writersOf(database);
    // Those who came later have higher numbers.
    open = new Set([...open].filter(writer => now.has(writer)));
  }
  return newest;
}

async function newestSequence(database: Knex): Promise<number> {
  const row: { newest?: unknown } | undefined = await database('history')
    .max({ newest: 'sequence' })
    .first();
  return integerFromRow(row?.newest ?? 0);
}

async function writersOf(database: Knex): Promise<Set<string>> {
  const { rows }: { rows: { writer: string }[] } = await database.raw(
    `SELECT DISTINCT virtualtransaction AS writer FROM pg_locks
     WHERE locktype = 'relation' AND mode = 'RowExclusiveLock' AND granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND relation = 'history'::regclass`,
  );
  return new Set(rows.map(row => row.writer));
}

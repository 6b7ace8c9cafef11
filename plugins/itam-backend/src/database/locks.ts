import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { isPostgres } from './engine';

/** First half of the register's advisory lock keys in its database. */
export const LOCK_SPACE = 0x17a3;
/** Second half of the read model's lock; records hash to other numbers. */
const READ_MODEL_LOCK = 0;

/**
 * Thrown by a change that turns out to touch the cost of other records, to be
 * run again alone.
 */
export class NeedsExclusiveLock extends Error {
  constructor() {
    super('The change touches other records and has to run alone');
    this.name = 'NeedsExclusiveLock';
  }
}

/**
 * Thrown by a change that turns out to need more keys than it holds, to be run
 * again with all of them taken first.
 */
export class NeedsKeys extends Error {
  constructor(readonly keys: readonly string[]) {
    super('The change needs more keys than it holds');
    this.name = 'NeedsKeys';
  }
}

/** Key of evaluations of records, which wait for each other. */
export const POLICY_LOCK = 'policies';

/**
 * How a transaction holds the read model.
 */
export type LockMode = 'shared' | 'exclusive';

/** Keys of one change; more would fill the server's table of locks. */
const MAX_KEYS = 64;

/**
 * Runs a transaction that changes records.
 *
 * Changes run side by side under a shared lock, each holding the keys of what
 * it reads and computes ({@link requireKeys}). Those that throw
 * {@link NeedsExclusiveLock}, need very many keys, find others once they hold
 * them, or met a deadlock are run again alone. SQLite has one writer at a time
 * anyway.
 */
export async function withChangeLock<T>(
  database: Knex,
  work: (
    trx: Knex.Transaction,
    mode: LockMode,
    held: ReadonlySet<string>,
  ) => Promise<T>,
): Promise<T> {
  if (!isPostgres(database)) {
    return await database.transaction(trx => work(trx, 'exclusive', new Set()));
  }
  const shared = async (keys: readonly string[]) =>
    await database.transaction(async trx => {
      await trx.raw('SELECT pg_advisory_xact_lock_shared(?, ?)', [
        LOCK_SPACE,
        READ_MODEL_LOCK,
      ]);
      await lockKeys(trx, [...keys]);
      return await work(trx, 'shared', new Set(keys));
    });
  try {
    try {
      return await shared([]);
    } catch (error) {
      if (!(error instanceof NeedsKeys) || error.keys.length > MAX_KEYS) {
        throw error;
      }
      return await shared(error.keys);
    }
  } catch (error) {
    if (!runsAlone(error)) {
      throw error;
    }
  }
  return await withExclusiveLock(database, trx =>
    work(trx, 'exclusive', new Set()),
  );
}

/**
 * Makes sure that a change holds these keys, all taken before it read
 * anything.
 *
 * Throws {@link NeedsKeys} when it does not; the change is then run again.
 */
export function requireKeys(
  mode: LockMode,
  held: ReadonlySet<string>,
  keys: readonly string[],
): void {
  if (mode === 'shared' && !keys.every(key => held.has(key))) {
    throw new NeedsKeys([...new Set(keys)]);
  }
}

function runsAlone(error: unknown): boolean {
  return (
    error instanceof NeedsExclusiveLock ||
    error instanceof NeedsKeys ||
    isDeadlock(error)
  );
}

/**
 * Runs a transaction while no record changes: rebuilds of the read model and
 * moves in the organisation.
 */
export async function withExclusiveLock<T>(
  database: Knex,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return await database.transaction(async trx => {
    if (isPostgres(database)) {
      await trx.raw('SELECT pg_advisory_xact_lock(?, ?)', [
        LOCK_SPACE,
        READ_MODEL_LOCK,
      ]);
    }
    return await work(trx);
  });
}

/**
 * Makes other changes of the same things wait until this transaction ends.
 * Taken in one order, so that two changes never wait for each other.
 */
export async function lockKeys(
  trx: Knex.Transaction,
  keys: string[],
): Promise<void> {
  if (!isPostgres(trx)) {
    return;
  }
  const hashes = [...new Set(keys.map(lockHash))].sort((a, b) => a - b);
  if (hashes.length > 0) {
    await trx.raw(
      `SELECT pg_advisory_xact_lock(?, hash)
       FROM (SELECT hash FROM unnest(?::int[]) AS hash ORDER BY hash) AS ordered`,
      [LOCK_SPACE, hashes],
    );
  }
}

function lockHash(key: string): number {
  const hash = createHash('sha256').update(key).digest().readInt32BE(0);
  return hash === READ_MODEL_LOCK ? 1 : hash;
}

function isDeadlock(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === '40P01'
  );
}

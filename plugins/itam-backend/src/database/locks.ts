import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { isPostgres } from './engine';

/** First half of the register's advisory lock keys in its database. */
const LOCK_SPACE = 0x17a3;
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
 * How a transaction holds the read model.
 */
export type LockMode = 'shared' | 'exclusive';

/**
 * Runs a transaction that changes records.
 *
 * Changes that stand for themselves run side by side under a shared lock;
 * those that touch other records' costs throw {@link NeedsExclusiveLock} and
 * are run again alone, as are those that met a deadlock. SQLite has one writer
 * at a time anyway.
 */
export async function withChangeLock<T>(
  database: Knex,
  work: (trx: Knex.Transaction, mode: LockMode) => Promise<T>,
): Promise<T> {
  if (!isPostgres(database)) {
    return await database.transaction(trx => work(trx, 'exclusive'));
  }
  try {
    return await database.transaction(async trx => {
      await trx.raw('SELECT pg_advisory_xact_lock_shared(?, ?)', [
        LOCK_SPACE,
        READ_MODEL_LOCK,
      ]);
      return await work(trx, 'shared');
    });
  } catch (error) {
    if (!(error instanceof NeedsExclusiveLock) && !isDeadlock(error)) {
      throw error;
    }
  }
  return await withExclusiveLock(database, trx => work(trx, 'exclusive'));
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
  for (const hash of hashes) {
    await trx.raw('SELECT pg_advisory_xact_lock(?, ?)', [LOCK_SPACE, hash]);
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

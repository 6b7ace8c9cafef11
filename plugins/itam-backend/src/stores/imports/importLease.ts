import type { Knex } from 'knex';
import {
  importFromRow,
  type ImportRow,
  type StoredImport,
} from './storedImport';

/** States in which a worker has something to do. */
export const WORKING_STATES = [
  'checking',
  'committing',
  'taking-back',
  'undoing',
] as const;

/** Clocks that differ by less than a lease are taken for right. */
const LONGEST = 2;

/** Another process works on the import by now. */
export class LeaseLost extends Error {
  constructor() {
    super('Another process works on the import');
    this.name = 'LeaseLost';
  }
}

/** Work of one process on an import, until its token is not the newest. */
export interface ImportLease {
  importId: string;
  token: number;
  /** How long nobody else takes the work after a sign of life. */
  leaseMs: number;
  now: () => Date;
}

/**
 * Takes the work on the import that has waited longest; undefined when there
 * is none. The token it gets outdates every earlier one.
 *
 * A lease that ends later than one taken now would is of a clock that was
 * wrong, and holds nobody up: the token sees to it that no work is done twice.
 */
export async function claimImport(
  database: Knex,
  options: { leaseMs: number; now: () => Date },
): Promise<{ stored: StoredImport; lease: ImportLease } | undefined> {
  const now = options.now();
  const isFree = (query: Knex.QueryBuilder) =>
    query.whereIn('state', [...WORKING_STATES]).where(free =>
      free
        .whereNull('lease_until')
        .orWhere('lease_until', '<', now.toISOString())
        .orWhere('lease_until', '>', leaseEnd(now, LONGEST * options.leaseMs)),
    );
  const rows: ImportRow[] = await isFree(
    database('imports').whereIn(
      'id',
      isFree(database('imports'))
        .orderBy('updated_at')
        .orderBy('id')
        .limit(1)
        .select('id'),
    ),
  )
    .update({
      lease_token: database.raw('lease_token + 1'),
      lease_until: leaseEnd(now, options.leaseMs),
    })
    .returning('*');
  if (rows.length === 0) {
    return undefined;
  }
  const stored = importFromRow(rows[0]);
  return {
    stored,
    lease: { importId: stored.id, token: stored.leaseToken, ...options },
  };
}

/**
 * Writes to an import as part of the work on it, which is alive as of now.
 *
 * Throws {@link LeaseLost} when another process has taken the work; in a
 * transaction nothing else of it is kept then.
 */
export async function writeUnderLease(
  trx: Knex,
  lease: ImportLease,
  values: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const now = lease.now();
  const changed: number = await trx('imports')
    .where({ id: lease.importId, lease_token: lease.token })
    .update({
      lease_until: leaseEnd(now, lease.leaseMs),
      updated_at: now.toISOString(),
      ...values,
    });
  if (changed !== 1) {
    throw new LeaseLost();
  }
}

/** Lets the next process, or this one, take the work right away. */
export async function releaseImport(
  database: Knex,
  lease: ImportLease,
  /** Earliest time it is taken again; at once when absent. */
  notBefore?: Date,
): Promise<void> {
  await database('imports')
    .where({ id: lease.importId, lease_token: lease.token })
    .update({ lease_until: notBefore?.toISOString() ?? null });
}

function leaseEnd(now: Date, leaseMs: number): string {
  return new Date(now.getTime() + leaseMs).toISOString();
}

import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';

/** What is known of a connector between its runs. */
export interface ConnectorState {
  /** What somebody asked for that has not begun. */
  requested: RequestedRun | null;
  /** By stream: what the source said it had changed through. */
  changedThrough: Record<string, string>;
  lastFullAt: string | null;
  lastSuccessAt: string | null;
  nextRunAt: string | null;
  /** Whether a process works on it at the time asked for. */
  leaseUntil: string | null;
}

/** A run that somebody asked for. */
export interface RequestedRun {
  dry: boolean;
  full: boolean;
  by: string;
}

/** Another process works on the connector by now. */
export class ConnectorLeaseLost extends Error {
  constructor() {
    super('Another process works on the connector');
    this.name = 'ConnectorLeaseLost';
  }
}

/** Work of one process on a connector, until its token is not the newest. */
export interface ConnectorLease {
  connectorId: string;
  token: number;
  leaseMs: number;
  now: () => Date;
}

interface Row {
  id: string;
  lease_token: unknown;
  lease_until: string | null;
  requested: string | null;
  requested_by: string | null;
  changed_through: string;
  last_full_at: string | null;
  last_success_at: string | null;
  next_run_at: string | null;
}

/** What is known of connectors, by id. */
export async function readConnectorStates(
  database: Knex,
  ids: readonly string[],
): Promise<Map<string, ConnectorState>> {
  const rows: Row[] = await database('connectors').whereIn('id', [...ids]);
  return new Map(rows.map(row => [row.id, fromRow(row)]));
}

/** Keeps a wish for a run; a later one takes the place of an earlier one. */
export async function requestConnectorRun(
  database: Knex,
  connectorId: string,
  run: RequestedRun,
): Promise<void> {
  await ensureConnector(database, connectorId);
  await database('connectors')
    .where('id', connectorId)
    .update({
      requested: JSON.stringify({ dry: run.dry, full: run.full }),
      requested_by: run.by,
    });
}

/**
 * Takes the work on a connector, unless another process is at it; undefined
 * then. The token it gets outdates every earlier one.
 */
export async function claimConnector(
  database: Knex,
  connectorId: string,
  options: { leaseMs: number; now: () => Date },
): Promise<{ state: ConnectorState; lease: ConnectorLease } | undefined> {
  await ensureConnector(database, connectorId);
  const now = options.now();
  const rows: Row[] = await database('connectors')
    .where('id', connectorId)
    .where(free =>
      free
        .whereNull('lease_until')
        .orWhere('lease_until', '<', now.toISOString()),
    )
    .update({
      lease_token: database.raw('lease_token + 1'),
      lease_until: endOf(now, options.leaseMs),
    })
    .returning('*');
  return rows.length === 0
    ? undefined
    : {
        state: fromRow(rows[0]),
        lease: {
          connectorId,
          token: integerFromRow(rows[0].lease_token),
          ...options,
        },
      };
}

/**
 * Writes to a connector as part of the work on it, which is alive as of now.
 *
 * Throws {@link ConnectorLeaseLost} when another process has taken the work.
 */
export async function writeConnector(
  trx: Knex,
  lease: ConnectorLease,
  values: Readonly<Record<string, string | null>> = {},
): Promise<void> {
  const changed: number = await trx('connectors')
    .where({ id: lease.connectorId, lease_token: lease.token })
    .update({ lease_until: endOf(lease.now(), lease.leaseMs), ...values });
  if (changed !== 1) {
    throw new ConnectorLeaseLost();
  }
}

/** Lets the next run begin at once. */
export async function releaseConnector(
  database: Knex,
  lease: ConnectorLease,
  values: Readonly<Record<string, string | null>> = {},
): Promise<void> {
  await database('connectors')
    .where({ id: lease.connectorId, lease_token: lease.token })
    .update({ lease_until: null, ...values });
}

async function ensureConnector(database: Knex, id: string): Promise<void> {
  await database('connectors').insert({ id }).onConflict('id').ignore();
}

function fromRow(row: Row): ConnectorState {
  return {
    requested: requestFrom(row),
    changedThrough: JSON.parse(row.changed_through),
    lastFullAt: row.last_full_at,
    lastSuccessAt: row.last_success_at,
    nextRunAt: row.next_run_at,
    leaseUntil: row.lease_until,
  };
}

function requestFrom(row: Row): RequestedRun | null {
  if (row.requested === null) {
    return null;
  }
  const { dry, full }: { dry: boolean; full: boolean } = JSON.parse(
    row.requested,
  );
  return { dry, full, by: row.requested_by ?? '' };
}

function endOf(now: Date, leaseMs: number): string {
  return new Date(now.getTime() + leaseMs).toISOString();
}

import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';

/** What a run counts. */
export const RUN_COUNTS = [
  'created',
  'changed',
  'unchanged',
  'conflicting',
  'failed',
  'absent',
  'retired',
  'unknown',
] as const;

/** How many records of each a run met. */
export type RunCounts = Record<(typeof RUN_COUNTS)[number], number>;

/** How a run ended, or that it has not. */
export type RunState = 'running' | 'succeeded' | 'guarded' | 'failed';

/** Where an interrupted run goes on. */
export interface RunPosition {
  stream: string;
  cursor?: string;
}

/** A run of a connector. */
export interface ConnectorRun {
  id: number;
  connectorId: string;
  full: boolean;
  dry: boolean;
  state: RunState;
  startedAt: string;
  finishedAt: string | null;
  startedBy: string | null;
  position: RunPosition | null;
  changedThrough: Record<string, string>;
  /** By stream: why what is absent may not be gone. */
  incomplete: Record<string, string>;
  message: string | null;
  counts: RunCounts;
}

interface Row extends Record<RunCountName, unknown> {
  id: unknown;
  connector_id: string;
  is_full: unknown;
  is_dry: unknown;
  state: string;
  started_at: string;
  finished_at: string | null;
  started_by: string | null;
  position: string | null;
  changed_through: string;
  incomplete: string;
  message: string | null;
}

type RunCountName = (typeof RUN_COUNTS)[number];

/** Runs of a connector that are kept. */
const RUNS_KEPT = 100;
const STATES: readonly RunState[] = [
  'running',
  'succeeded',
  'guarded',
  'failed',
];

/** No record met yet. */
export function noCounts(): RunCounts {
  return {
    created: 0,
    changed: 0,
    unchanged: 0,
    conflicting: 0,
    failed: 0,
    absent: 0,
    retired: 0,
    unknown: 0,
  };
}

/** Begins a run, and forgets runs of long ago. */
export async function insertRun(
  database: Knex,
  run: Pick<
    ConnectorRun,
    'connectorId' | 'full' | 'dry' | 'startedAt' | 'startedBy'
  >,
): Promise<ConnectorRun> {
  const [row]: Row[] = await database('connector_runs')
    .insert({
      connector_id: run.connectorId,
      is_full: run.full,
      is_dry: run.dry,
      state: 'running',
      started_at: run.startedAt,
      started_by: run.startedBy,
    })
    .returning('*');
  await forgetRuns(database, run.connectorId);
  return fromRow(row);
}

async function forgetRuns(database: Knex, connectorId: string): Promise<void> {
  const oldest: { id: unknown } | undefined = await database('connector_runs')
    .where('connector_id', connectorId)
    .orderBy('id', 'desc')
    .offset(RUNS_KEPT)
    .first('id');
  if (oldest) {
    const last = integerFromRow(oldest.id);
    const old = database('connector_runs')
      .where('connector_id', connectorId)
      .where('id', '<=', last)
      .select('id');
    await database('connector_problems').whereIn('run_id', old).delete();
    await database('connector_runs')
      .where('connector_id', connectorId)
      .where('id', '<=', last)
      .delete();
  }
}

/** Writes what has become of a run. */
export async function updateRun(
  database: Knex,
  id: number,
  values: Partial<
    Pick<
      ConnectorRun,
      | 'state'
      | 'finishedAt'
      | 'position'
      | 'changedThrough'
      | 'incomplete'
      | 'message'
      | 'counts'
    >
  >,
): Promise<void> {
  const {
    state,
    finishedAt,
    position,
    changedThrough,
    incomplete,
    message,
    counts,
  } = values;
  await database('connector_runs')
    .where('id', id)
    .update({
      ...(state === undefined ? {} : { state }),
      ...(finishedAt === undefined ? {} : { finished_at: finishedAt }),
      ...(position === undefined
        ? {}
        : { position: position === null ? null : JSON.stringify(position) }),
      ...(changedThrough === undefined
        ? {}
        : { changed_through: JSON.stringify(changedThrough) }),
      ...(incomplete === undefined
        ? {}
        : { incomplete: JSON.stringify(incomplete) }),
      ...(message === undefined ? {} : { message }),
      ...counts,
    });
}

/** The last runs of a connector, newest first. */
export async function readRuns(
  database: Knex,
  connectorId: string,
  limit: number,
): Promise<ConnectorRun[]> {
  const rows: Row[] = await database('connector_runs')
    .where('connector_id', connectorId)
    .orderBy('id', 'desc')
    .limit(limit);
  return rows.map(fromRow);
}

/** The last run of each connector, by its id. */
export async function readLastRuns(
  database: Knex,
  connectorIds: readonly string[],
): Promise<Map<string, ConnectorRun>> {
  const rows: Row[] = await database('connector_runs').whereIn(
    'id',
    database('connector_runs')
      .whereIn('connector_id', [...connectorIds])
      .groupBy('connector_id')
      .max('id'),
  );
  return new Map(rows.map(row => [row.connector_id, fromRow(row)]));
}

/** A run of a connector; undefined when there is none. */
export async function readRun(
  database: Knex,
  connectorId: string,
  id: number,
): Promise<ConnectorRun | undefined> {
  const row: Row | undefined = await database('connector_runs')
    .where({ id, connector_id: connectorId })
    .first();
  return row && fromRow(row);
}

function fromRow(row: Row): ConnectorRun {
  const counts = noCounts();
  for (const name of RUN_COUNTS) {
    counts[name] = integerFromRow(row[name]);
  }
  return {
    id: integerFromRow(row.id),
    connectorId: row.connector_id,
    full: Boolean(row.is_full),
    dry: Boolean(row.is_dry),
    state: STATES.find(one => one === row.state) ?? 'failed',
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    startedBy: row.started_by,
    position: row.position === null ? null : JSON.parse(row.position),
    changedThrough: JSON.parse(row.changed_through),
    incomplete: JSON.parse(row.incomplete),
    message: row.message,
    counts,
  };
}

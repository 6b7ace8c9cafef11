import { NotFoundError } from '@backstage/errors';
import type {
  ConnectorList,
  ConnectorRunEntry,
  ConnectorRunList,
  ConnectorStatus,
} from '@backstage-itam/plugin-itam-common';
import type { ItamConnector } from '@backstage-itam/plugin-itam-node';
import type { Knex } from 'knex';
import {
  readLastRuns,
  readRuns,
  type ConnectorRun,
} from '../../stores/connectors/connectorRuns';
import {
  readConnectorStates,
  type ConnectorState,
} from '../../stores/connectors/connectorState';
import type { ConnectorRegistry } from './ConnectorRegistry';

const RUNS_SHOWN = 100;

/** What connectors are listed with. */
export interface ConnectorReadDeps {
  knex: Knex;
  connectors: Pick<ConnectorRegistry, 'all' | 'get'>;
}

/** The connectors of this register, with what they did last. */
export async function listConnectors(
  deps: ConnectorReadDeps,
  facts: { now: Date; canRun: boolean },
): Promise<ConnectorList> {
  const all = deps.connectors.all();
  const ids = all.map(({ id }) => id);
  const [states, runs] = await Promise.all([
    readConnectorStates(deps.knex, ids),
    readLastRuns(deps.knex, ids),
  ]);
  return {
    canRun: facts.canRun,
    items: all.map(connector =>
      statusOf(
        connector,
        states.get(connector.id),
        runs.get(connector.id),
        facts.now,
      ),
    ),
  };
}

/** One connector. Throws NotFoundError (404) when there is none. */
export async function readConnector(
  deps: ConnectorReadDeps,
  id: string,
  now: Date,
): Promise<ConnectorStatus> {
  const connector = connectorOf(deps, id);
  const [states, runs] = await Promise.all([
    readConnectorStates(deps.knex, [id]),
    readLastRuns(deps.knex, [id]),
  ]);
  return statusOf(connector, states.get(id), runs.get(id), now);
}

/** The runs of a connector, newest first. Throws NotFoundError (404). */
export async function listConnectorRuns(
  deps: ConnectorReadDeps,
  id: string,
): Promise<ConnectorRunList> {
  connectorOf(deps, id);
  const runs = await readRuns(deps.knex, id, RUNS_SHOWN);
  return { items: runs.map(renderRun) };
}

/** Throws NotFoundError (404) when there is no connector with that id. */
export function connectorOf(
  { connectors }: Pick<ConnectorReadDeps, 'connectors'>,
  id: string,
): ItamConnector {
  const connector = connectors.get(id);
  if (!connector) {
    throw new NotFoundError('No such connector');
  }
  return connector;
}

function statusOf(
  { id, title, settings, streams }: ItamConnector,
  state: ConnectorState | undefined,
  run: ConnectorRun | undefined,
  now: Date,
): ConnectorStatus {
  const isRunning =
    state?.leaseUntil !== undefined &&
    state.leaseUntil !== null &&
    Date.parse(state.leaseUntil) > now.getTime();
  return {
    id,
    title,
    streams: streams.map(stream => ({ id: stream.id, kind: stream.kind })),
    conflicts: settings.conflicts,
    removal: settings.removal.action,
    state: stateOf(isRunning, state),
    ...(run ? { lastRun: renderRun(run) } : {}),
    ...(state?.lastSuccessAt ? { lastSuccessAt: state.lastSuccessAt } : {}),
    ...(state?.lastFullAt ? { lastFullAt: state.lastFullAt } : {}),
    ...(state?.nextRunAt ? { nextRunAt: state.nextRunAt } : {}),
  };
}

function stateOf(
  isRunning: boolean,
  state: ConnectorState | undefined,
): ConnectorStatus['state'] {
  if (isRunning) {
    return 'running';
  }
  return state?.requested ? 'requested' : 'idle';
}

function renderRun(run: ConnectorRun): ConnectorRunEntry {
  return {
    id: run.id,
    full: run.full,
    dryRun: run.dry,
    state: run.state,
    startedAt: run.startedAt,
    ...(run.finishedAt === null ? {} : { finishedAt: run.finishedAt }),
    ...(run.startedBy === null ? {} : { startedBy: run.startedBy }),
    ...(run.message === null ? {} : { message: run.message }),
    counts: run.counts,
  };
}

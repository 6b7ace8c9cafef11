import { ConflictError } from '@backstage/errors';
import type { ConnectorStatus } from '@backstage-itam/plugin-itam-common';
import { requestConnectorRun } from '../../stores/connectors/connectorState';
import {
  connectorOf,
  readConnector,
  type ConnectorReadDeps,
} from './listConnectors';

/** What a run is asked for with. */
export interface RunRequestDeps extends ConnectorReadDeps {
  /** Has the task of a connector run now, on whichever replica. */
  triggerConnector: (id: string) => Promise<void>;
}

/**
 * Has a connector run now: for real, or a dry run that writes nothing and
 * tells what would be done.
 *
 * Throws NotFoundError (404), and ConflictError (409) while it runs.
 */
export async function requestRun(
  deps: RunRequestDeps,
  id: string,
  run: { dry: boolean; full: boolean; by: string },
  now: Date,
): Promise<ConnectorStatus> {
  connectorOf(deps, id);
  const before = await readConnector(deps, id, now);
  if (before.state === 'running') {
    throw new ConflictError(`${before.title} is being read; wait for its end`);
  }
  await requestConnectorRun(deps.knex, id, run);
  await deps.triggerConnector(id);
  return await readConnector(deps, id, now);
}

import { jsonBody, type RegisterRequest } from './registerRequest';
import { recordPath } from './recordPath';
import type {
  ConnectorList,
  ConnectorProblemPage,
  ConnectorProblemQuery,
  ConnectorRunList,
  ConnectorStatus,
  RecordSourceList,
} from './types';

/**
 * What a connector is to do now.
 * @public
 */
export interface RunWanted {
  /** Write nothing, and count what would be done. */
  dryRun?: boolean;
  /** Read everything, not only what changed. */
  full?: boolean;
}

/**
 * Bringing records from other tools.
 * @public
 */
export interface ItamConnectorsApi {
  /** The connectors, with what they did last. */
  list(): Promise<ConnectorList>;
  /** The last runs of a connector, newest first. */
  listRuns(id: string): Promise<ConnectorRunList>;
  /** Records of a run that failed, conflict, or are gone. */
  listProblems(
    id: string,
    run: number,
    query?: ConnectorProblemQuery,
  ): Promise<ConnectorProblemPage>;
  /** Has a connector run now; 409 while it runs. */
  run(id: string, wanted?: RunWanted): Promise<ConnectorStatus>;
  /** The tools that fill a record, and the fields each of them owns. */
  listSources(ref: string): Promise<RecordSourceList>;
}

/** {@link ItamConnectorsApi} over HTTP. */
export function connectorsClient(request: RegisterRequest): ItamConnectorsApi {
  const runs = (id: string) => `/connectors/${encodeURIComponent(id)}/runs`;
  return {
    list: async () => (await request('/connectors')).json(),
    listRuns: async id => (await request(runs(id))).json(),
    listProblems: async (id, run, query = {}) =>
      (await request(`${runs(id)}/${run}/problems`, query)).json(),
    run: async (id, wanted = {}) =>
      (
        await request(runs(id), undefined, jsonBody('POST', { ...wanted }))
      ).json(),
    listSources: async ref =>
      (await request(`${recordPath(ref)}/sources`)).json(),
  };
}

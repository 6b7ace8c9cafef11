import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestDatabaseId,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  ConnectorProblemPage,
  ConnectorRunEntry,
  ConnectorStatus,
  RecordDetail,
  RecordPage,
  RecordSourceList,
} from '@backstage-itam/plugin-itam-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { itamPlugin } from '../plugin';

/**
 * The connector that a test is about.
 *
 * @public
 */
export interface ConnectorUnderTest {
  /** Its id, as it adds itself. */
  id: string;
  /** The module that adds it. */
  module: BackendFeature;
  /** What is configured below `itam.connectors`. */
  config: JsonObject;
  /** What the catalog has; nothing when absent. */
  entities?: Entity[];
}

/**
 * A register that runs, asked over HTTP by somebody who may do everything.
 *
 * @public
 */
export interface RunningRegister {
  /** Asks for a path below `/api/itam`. */
  get<T>(path: string): Promise<T>;
  /** How the connector stands. */
  status(): Promise<ConnectorStatus>;
  /** All that was logged. */
  logged(): string;
  /** The run that begins by itself. */
  firstRun(): Promise<ConnectorRunEntry>;
  /** Has it run now and waits for the end. */
  run(wanted?: {
    dryRun?: boolean;
    full?: boolean;
  }): Promise<ConnectorRunEntry>;
  /** The problems of its last run. */
  problems(): Promise<ConnectorProblemPage['items']>;
  /** A record in full. */
  record(ref: string): Promise<RecordDetail>;
  /** The tools that fill a record. */
  sources(ref: string): Promise<RecordSourceList>;
  /** Refs of all records, sorted. */
  refs(): Promise<string[]>;
  /** Ends it. */
  stop(): Promise<void>;
}

/** How long a run may take. */
const LONGEST_RUN_MS = 20_000;

/** Everybody may do everything. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => ({
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  }),
});

/**
 * The scheduler looks for due tasks every 5 s, or as often as its most frequent
 * task is due. This one does nothing but make it look often.
 */
const attentiveScheduler = createBackendModule({
  pluginId: 'itam',
  moduleId: 'attentive-scheduler',
  register(env) {
    env.registerInit({
      deps: { scheduler: coreServices.scheduler },
      init: async ({ scheduler }) =>
        await scheduler.scheduleTask({
          id: 'attentive-scheduler',
          frequency: { milliseconds: 200 },
          timeout: { seconds: 10 },
          fn: async () => {},
        }),
    });
  },
});

/**
 * Starts a backend with the register and a connector.
 *
 * @public
 */
export async function runningRegister(
  databases: TestDatabases,
  engine: TestDatabaseId,
  connector: ConnectorUnderTest,
): Promise<RunningRegister> {
  const knex = await databases.init(engine);
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    features: [
      itamPlugin,
      connector.module,
      permissions,
      schedulerServiceFactory,
      attentiveScheduler,
      catalogServiceMock.factory({ entities: connector.entities ?? [] }),
      logger.factory,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: { itam: { connectors: connector.config } },
      }),
    ],
  });
  const ask = async (path: string, request: RequestInit, expected: number) => {
    const answer = await fetch(
      `http://localhost:${backend.server.port()}/api/itam${path}`,
      {
        ...request,
        headers: {
          Authorization: mockCredentials.user.header('user:default/amir'),
          'Content-Type': 'application/json',
        },
      },
    );
    if (answer.status !== expected) throw new Error(await answer.text());
    return answer;
  };
  const get = async <T>(path: string): Promise<T> => {
    const answer = await ask(path, {}, 200);
    return await answer.json();
  };
  const base = `/connectors/${connector.id}/runs`;
  const status = async () => {
    const { items } = await get<{ items: ConnectorStatus[] }>('/connectors');
    return items[0];
  };
  const ended = async (after: number) => {
    for (const began = Date.now(); ; ) {
      const { state, lastRun } = await status();
      if (
        lastRun &&
        lastRun.id > after &&
        lastRun.finishedAt &&
        state === 'idle'
      ) {
        return lastRun;
      }
      if (Date.now() - began > LONGEST_RUN_MS) {
        throw new Error(`No run ended: ${JSON.stringify(await status())}`);
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  };
  return {
    get,
    status,
    logged: () =>
      JSON.stringify(
        [logger.info, logger.warn, logger.error, logger.debug].flatMap(
          ({ mock }) => mock.calls,
        ),
      ),
    firstRun: async () => await ended(0),
    run: async (wanted = {}) => {
      const before = (await status()).lastRun?.id ?? 0;
      await ask(base, { method: 'POST', body: JSON.stringify(wanted) }, 202);
      return await ended(before);
    },
    problems: async () => {
      const { lastRun } = await status();
      const page = await get<ConnectorProblemPage>(
        `${base}/${lastRun?.id}/problems`,
      );
      return page.items;
    },
    record: async ref => await get(`/records/${ref.replace(':', '/')}`),
    sources: async ref =>
      await get(`/records/${ref.replace(':', '/')}/sources`),
    refs: async () =>
      (await get<RecordPage>('/records?limit=500')).items
        .map(({ ref }) => ref)
        .sort(),
    stop: async () => await backend.stop(),
  };
}

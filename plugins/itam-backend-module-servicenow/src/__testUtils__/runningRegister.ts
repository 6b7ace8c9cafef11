import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  ConnectorProblemPage,
  ConnectorRunEntry,
  ConnectorStatus,
  RecordDetail,
  RecordPage,
  RecordSourceList,
} from '@backstage-itam/plugin-itam-common';
// The register itself, which connectors write to.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import itamPlugin from '@backstage-itam/plugin-itam-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';

const AMIR = mockCredentials.user.header('user:default/amir');

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

/** A backend with the register and a connector, asked over HTTP. */
export async function runningRegister(
  databases: TestDatabases,
  engine: TestDatabaseId,
  connector: { id: string; module: BackendFeature; config: JsonObject },
) {
  const knex = await databases.init(engine);
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const backend = await startTestBackend({
    features: [
      itamPlugin,
      connector.module,
      permissions,
      schedulerServiceFactory,
      catalogServiceMock.factory({ entities: [] }),
      logger.factory,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: { itam: { connectors: connector.config } },
      }),
    ],
  });
  const { server } = backend;
  const get = async <T>(path: string): Promise<T> => {
    const answer = await request(server)
      .get(`/api/itam${path}`)
      .set('Authorization', AMIR);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body;
  };
  const base = `/connectors/${connector.id}/runs`;
  const status = async (): Promise<ConnectorStatus> => {
    const { items } = await get<{ items: ConnectorStatus[] }>('/connectors');
    return items[0];
  };
  const ended = async (after: number): Promise<ConnectorRunEntry> => {
    for (let trial = 0; ; trial++) {
      const { state, lastRun } = await status();
      if (
        lastRun &&
        lastRun.id > after &&
        lastRun.finishedAt &&
        state === 'idle'
      ) {
        return lastRun;
      }
      if (trial === 200) {
        throw new Error(`No run ended: ${JSON.stringify(await status())}`);
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  };
  return {
    get,
    status,
    /** All that was logged. */
    logged: () =>
      JSON.stringify(
        [logger.info, logger.warn, logger.error, logger.debug].flatMap(
          ({ mock }) => mock.calls,
        ),
      ),
    /** The run that begins by itself. */
    firstRun: async () => await ended(0),
    /** Has it run now and waits for the end. */
    run: async (
      wanted: { dryRun?: boolean; full?: boolean } = {},
    ): Promise<ConnectorRunEntry> => {
      const before = (await status()).lastRun?.id ?? 0;
      const answer = await request(server)
        .post(`/api/itam${base}`)
        .set('Authorization', AMIR)
        .send(wanted);
      if (answer.status !== 202) throw new Error(answer.text);
      return await ended(before);
    },
    problems: async () => {
      const { lastRun } = await status();
      const page = await get<ConnectorProblemPage>(
        `${base}/${lastRun?.id}/problems`,
      );
      return page.items;
    },
    record: async (ref: string) =>
      await get<RecordDetail>(`/records/${ref.replace(':', '/')}`),
    sources: async (ref: string) =>
      await get<RecordSourceList>(`/records/${ref.replace(':', '/')}/sources`),
    refs: async () =>
      (await get<RecordPage>('/records?limit=500')).items
        .map(({ ref }) => ref)
        .sort(),
    stop: async () => await backend.stop(),
  };
}

import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
  serializeDirectoryContents,
} from '@backstage/plugin-scaffolder-node';
// The real neighbour on the far side of the network, in tests only.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import itamPlugin from '@backstage-itam/plugin-itam-backend';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import scaffolderModuleItam from '..';

/** Everybody may do everything but the stranger, who may nothing. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => {
    const decide = (credentials: unknown) =>
      JSON.stringify(credentials).includes('user:default/stranger')
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW;
    return {
      authorize: async (requests, options) =>
        requests.map(({ permission }) => ({
          // Who may run templates is the scaffolder's own concern.
          result: permission.name.startsWith('itam.')
            ? decide(options.credentials)
            : AuthorizeResult.ALLOW,
        })),
      authorizeConditional: async (requests, options) =>
        requests.map(({ permission }) => ({
          result: permission.name.startsWith('itam.')
            ? decide(options.credentials)
            : AuthorizeResult.ALLOW,
        })),
    };
  },
});

/**
 * Hands out the connection of a plugin's database: the backend leaves SQLite
 * open when it stops, which would keep the test process alive.
 */
function databaseProbe(pluginId: string, databases: DatabaseService[]) {
  return createBackendModule({
    pluginId,
    moduleId: 'test-database-probe',
    register(reg) {
      reg.registerInit({
        deps: { database: coreServices.database },
        async init({ database }) {
          databases.push(database);
        },
      });
    },
  });
}

/** How a task ended. */
export interface Ended {
  status: string;
  log: string;
  output: JsonObject;
}

/** A scaffolder with our actions, a Git host that only looks, and a register. */
export async function startScaffolder(templates: Entity[]) {
  /** Files of the workspace by path, as they were published last. */
  const published = new Map<string, string>();
  const gitHost = createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'test-git-host',
    register(reg) {
      reg.registerInit({
        deps: { scaffolder: scaffolderActionsExtensionPoint },
        async init({ scaffolder }) {
          scaffolder.addActions(
            createTemplateAction({
              id: 'publish:github:pull-request',
              schema: {
                input: {
                  repoUrl: z => z.string(),
                  branchName: z => z.string(),
                  title: z => z.string(),
                  description: z => z.string(),
                },
                output: { remoteUrl: z => z.string() },
              },
              async handler(ctx) {
                published.clear();
                for (const file of await serializeDirectoryContents(
                  ctx.workspacePath,
                )) {
                  published.set(file.path, file.content.toString('utf8'));
                }
                ctx.output(
                  'remoteUrl',
                  'https://github.com/acme/assets/pull/1',
                );
              },
            }),
          );
        },
      });
    },
  });
  const databases: DatabaseService[] = [];
  const backend = await startTestBackend({
    features: [
      databaseServiceFactory,
      databaseProbe('scaffolder', databases),
      databaseProbe('itam', databases),
      scaffolderPlugin,
      scaffolderModuleItam,
      gitHost,
      itamPlugin,
      permissions,
      catalogServiceMock.factory({ entities: templates }),
      mockServices.rootConfig.factory({
        data: {
          itam: { pagePath: '/assets' },
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
        },
      }),
    ],
  });
  const { server } = backend;
  const as = (user: string) =>
    mockCredentials.user.header(`user:default/${user}`);
  const get = async (path: string, user = 'amir') =>
    await request(server).get(path).set('Authorization', as(user));

  return {
    published,
    registerUrl: `http://localhost:${server.port()}/api/itam`,
    stop: async () => {
      // The scaffolder looks once a second for what happened to its tasks, and
      // ends with one that it sees completed.
      await new Promise(resolve => setTimeout(resolve, 1_500));
      await backend.stop();
      for (const database of databases) {
        await (await database.getClient()).destroy();
      }
    },
    get,
    post: async (path: string, body: object, user = 'amir') =>
      await request(server)
        .post(path)
        .set('Authorization', as(user))
        .send(body),
    /** Runs a template to its end. */
    run: async (
      name: string,
      values: JsonObject,
      user = 'amir',
    ): Promise<Ended> => {
      const created = await request(server)
        .post('/api/scaffolder/v2/tasks')
        .set('Authorization', as(user))
        .send({ templateRef: `template:default/${name}`, values });
      if (created.status !== 201) {
        throw new Error(`${created.status} ${created.text}`);
      }
      const task = `/api/scaffolder/v2/tasks/${created.body.id}`;
      for (let trial = 0; trial < 200; trial++) {
        const { body } = await get(task, user);
        if (body.status === 'completed' || body.status === 'failed') {
          const events = await get(`${task}/events`, user);
          const last = events.body.at(-1);
          return {
            status: body.status,
            log: JSON.stringify(events.body),
            output: last?.body?.output ?? {},
          };
        }
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      throw new Error(`Task ${created.body.id} does not end`);
    },
    /** Runs a template without effects. */
    dryRun: async (template: Entity, values: JsonObject, user = 'amir') =>
      await request(server)
        .post('/api/scaffolder/v2/dry-run')
        .set('Authorization', as(user))
        .send({ template, values, secrets: {}, directoryContents: [] }),
  };
}

/** A running scaffolder under test. */
export type Scaffolder = Awaited<ReturnType<typeof startScaffolder>>;

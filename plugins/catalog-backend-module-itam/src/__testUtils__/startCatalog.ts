import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
  DatabaseService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogLocationsExtensionPoint,
  CatalogProcessor,
  catalogProcessingExtensionPoint,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import itamModule from '../index';
import { eventually } from './eventually';

/** Everything the backend logged, at every level, with its metadata. */
function capturingLogger(lines: string[]): RootLoggerService {
  const log = (level: string) => (message: string, meta?: object) => {
    const facts =
      meta instanceof Error ? `${meta.stack} ${JSON.stringify(meta)}` : meta;
    lines.push(`${level} ${message} ${JSON.stringify(facts ?? '')}`);
  };
  const logger: RootLoggerService = {
    error: log('error'),
    warn: log('warn'),
    info: log('info'),
    debug: log('debug'),
    child: () => logger,
  };
  return logger;
}

/**
 * Hands out the connection of a plugin's database: the backend leaves SQLite
 * open when it stops, which would keep the test process alive.
 */
function databaseProbe(
  pluginId: string,
  databases: DatabaseService[],
): BackendFeature {
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

/** An entity as the catalog answers it, with the errors of its processing. */
export type ShownEntity = Entity & {
  status?: { items?: { level: string; message: string }[] };
};

/** A running catalog with the module under test and what it let out. */
export interface RunningCatalog {
  logs: string[];
  events: { topic: string; eventPayload: unknown }[];
  get(path: string): request.Test;
  /** Asks the register instead of the catalog. */
  getItam(path: string): request.Test;
  postItam(path: string, body: object): request.Test;
  putItam(path: string, body: object): request.Test;
  deleteItam(path: string): request.Test;
  post(path: string, body: object): request.Test;
  /** Undefined as long as the catalog shows no such entity. */
  entity(ref: string): Promise<ShownEntity | undefined>;
  stop(): Promise<void>;
}

/** Starts the real catalog backend on file locations. */
export async function startCatalog(options: {
  /** The plugin that answers as `itam`. */
  register: BackendFeature;
  /** Absolute paths of files, each a location of its own. */
  files: string[];
  processors?: CatalogProcessor[];
  /** How often an entity is processed; short by default. */
  processingInterval?: JsonObject;
  /** Below `backend.database`; in memory by default. */
  database?: JsonObject;
  /** Whether the kinds are in the declarative model too. */
  modelLayer?: boolean;
  /** Below `itam`, beside what tests need. */
  itamConfig?: JsonObject;
}): Promise<RunningCatalog> {
  const logs: string[] = [];
  const events: RunningCatalog['events'] = [];
  const databases: DatabaseService[] = [];
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      itamModule,
      options.register,
      databaseServiceFactory,
      databaseProbe('catalog', databases),
      databaseProbe('itam', databases),
      schedulerServiceFactory,
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => capturingLogger(logs),
      }),
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'test-probe',
        register(reg) {
          reg.registerInit({
            deps: {
              bus: eventsServiceRef,
              locations: catalogLocationsExtensionPoint,
              processing: catalogProcessingExtensionPoint,
            },
            async init({ bus, locations, processing }) {
              locations.setAllowedLocationTypes(['url', 'file']);
              processing.addProcessor(...(options.processors ?? []));
              await bus.subscribe({
                id: 'test-probe',
                topics: [
                  'experimental.catalog.errors',
                  'experimental.catalog.conflict',
                ],
                onEvent: async event => void events.push(event),
              });
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: options.database ?? {
              client: 'better-sqlite3',
              connection: ':memory:',
            },
          },
          catalog: {
            processingInterval: options.processingInterval ?? {
              milliseconds: 300,
            },
            rules: [
              {
                allow: [
                  'Asset',
                  'License',
                  'Contract',
                  'Component',
                  'Location',
                  'Group',
                  'User',
                  'System',
                  'Resource',
                ],
              },
            ],
            locations: options.files.map(target => ({ type: 'file', target })),
          },
          itam: {
            catalog: {
              registerTimeout: { milliseconds: 500 },
              pollInterval: { milliseconds: 200 },
              longestRegisterPause: { milliseconds: 500 },
              publication: { schedule: { milliseconds: 300 } },
              modelLayer: options.modelLayer ?? false,
            },
            ...options.itamConfig,
          },
        },
      }),
    ],
  });
  const get = (path: string) =>
    request(backend.server).get(`/api/catalog${path}`);
  return {
    getItam: path => request(backend.server).get(`/api/itam${path}`),
    postItam: (path, body) =>
      request(backend.server).post(`/api/itam${path}`).send(body),
    putItam: (path, body) =>
      request(backend.server).put(`/api/itam${path}`).send(body),
    deleteItam: path => request(backend.server).delete(`/api/itam${path}`),
    logs,
    events,
    get,
    post: (path, body) =>
      request(backend.server).post(`/api/catalog${path}`).send(body),
    entity: async ref => {
      const [kind, name] = ref.split(':');
      const response = await get(`/entities/by-name/${kind}/${name}`);
      return response.status === 200 ? response.body : undefined;
    },
    stop: async () => {
      await backend.stop();
      for (const database of databases) {
        await (await database.getClient()).destroy();
      }
    },
  };
}

/** Waits until the catalog shows every one of the refs. */
export async function untilShown(
  catalog: RunningCatalog,
  refs: string[],
): Promise<void> {
  await eventually(async () => {
    for (const ref of refs) {
      if (!(await catalog.entity(ref))) {
        throw new Error(`${ref} is not in the catalog`);
      }
    }
  });
}

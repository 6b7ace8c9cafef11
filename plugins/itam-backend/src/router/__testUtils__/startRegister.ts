import {
  coreServices,
  createBackendPlugin,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type {
  ItamConnector,
  ItamTicketSource,
} from '@backstage-itam/plugin-itam-node';
import {
  metricsServiceRef,
  type ActionsRegistryService,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import request from 'supertest';
import { registerActions } from '../../actions/registerActions';
import { readRegisterConfig } from '../../config';
import { activateRevision } from '../../usecases/declarations/activateRevision';
import { ConnectorRegistry } from '../../usecases/connectors/ConnectorRegistry';
import { ImportWorker } from '../../usecases/imports/importWorker';
import { stageDeclaration } from '../../usecases/declarations/stageDeclaration';
import { TicketSourceRegistry } from '../../usecases/tickets/TicketSourceRegistry';
import { prepareRegister } from '../../usecases/prepareRegister';
import { projectCatalog } from '../../usecases/projection/projectCatalog';
import { openCalendarFeed } from '../calendar';
import { createRegisterMetrics } from '../../metrics/registerMetrics';
import { createRouter } from '../createRouter';
import { openEntitySchemas } from '../entitySchemas';
import { personaPermissions } from './personas';

/** The clock of the tests. */
export const NOW = '2026-10-15T12:00:00.000Z';

/** Who asks in tests; undefined is nobody. */
export type Persona =
  | 'anonymous'
  | 'member'
  | 'manager'
  | 'narrow'
  | 'other'
  | 'finance'
  | 'denied'
  | 'broken'
  | 'service';

/** Fills a prepared database with a catalog and declared records. */
export async function seedRegister(
  knex: Knex,
  options: {
    catalog: Entity[];
    records: Entity[];
    rates?: { date: string; currency: string; perEuro: string }[];
  },
): Promise<void> {
  const config = readRegisterConfig(new ConfigReader({}));
  const asOf = new Date(NOW);
  await prepareRegister({ database: knex }, asOf);
  await projectCatalog(
    {
      database: knex,
      catalog: catalogServiceMock({ entities: options.catalog }),
      auth: mockServices.auth(),
    },
    asOf,
  );
  for (const entity of options.records) {
    const ref = `${entity.kind.toLowerCase()}:default/${entity.metadata.name}`;
    const { revision } = await stageDeclaration(
      { database: knex },
      { ref, entity, location: `url:https://git.example/${ref}.yaml` },
      asOf,
    );
    await activateRevision({ database: knex, config }, { ref, revision }, asOf);
  }
  for (const rate of options.rates ?? []) {
    await knex('rates').insert({
      date: rate.date,
      currency: rate.currency,
      per_euro: rate.perEuro,
    });
  }
}

/** The Authorization header of a persona. */
export function credentialsOf(persona: Persona): string {
  switch (persona) {
    case 'anonymous':
      return mockCredentials.none.header();
    case 'service':
      return mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:catalog'),
        targetPluginId: 'itam',
      });
    default:
      return mockCredentials.user.header(`user:default/${persona}`);
  }
}

/** The register's HTTP API over a database, with the personas' policy. */
export async function startRegister(
  knex: Knex,
  options: {
    catalog: Entity[];
    catalogDown?: boolean;
    itam?: JsonObject;
    /** Connectors that modules would have added. */
    connectors?: ItamConnector[];
    /** Sources of tickets that modules would have added. */
    ticketSources?: ItamTicketSource[];
    /** The clock, in place of one that stands still. */
    now?: () => string;
    /** Told of each connector that is to run now. */
    triggerConnector?: (id: string) => Promise<void>;
    /** Services in place of those of the test backend. */
    features?: BackendFeature[];
    /** Takes the questions that agents may ask. */
    actionsRegistry?: ActionsRegistryService;
  },
) {
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => ({
      success: jest.fn(async () => {}),
      fail: jest.fn(async () => {}),
    })),
  });
  const connectors = new ConnectorRegistry();
  options.connectors?.forEach(one => connectors.addConnector(one));
  const ticketSources = new TicketSourceRegistry();
  options.ticketSources?.forEach(one => ticketSources.addTicketSource(one));
  let imports: ImportWorker | undefined;
  const plugin = createBackendPlugin({
    pluginId: 'itam',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          catalog: catalogServiceRef,
          metrics: metricsServiceRef,
        },
        async init(deps) {
          const config = readRegisterConfig(
            new ConfigReader(options.itam ? { itam: options.itam } : {}),
          );
          imports = new ImportWorker({
            ...deps,
            knex,
            auditor,
            config,
            now: () => new Date(NOW),
          });
          const now = () =>
            DateTime.fromISO(options.now?.() ?? NOW, { zone: 'utc' });
          openCalendarFeed(deps.httpRouter);
          openEntitySchemas(deps.httpRouter);
          deps.httpRouter.use(
            await createRouter({
              ...deps,
              knex,
              auditor,
              imports,
              connectors,
              ticketSources,
              triggerConnector: options.triggerConnector ?? (async () => {}),
              config,
              metrics: createRegisterMetrics(deps.metrics),
              now,
            }),
          );
          if (options.actionsRegistry) {
            registerActions(options.actionsRegistry, {
              ...deps,
              knex,
              config,
              now,
            });
          }
        },
      });
    },
  });
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: async ({ entityRefs }, callOptions) => {
      if (options.catalogDown) {
        throw new Error('The catalog is down');
      }
      return await catalogServiceMock({
        entities: options.catalog,
      }).getEntitiesByRefs({ entityRefs }, callOptions);
    },
    getEntities: async (query, callOptions) => {
      if (options.catalogDown) {
        throw new Error('The catalog is down');
      }
      return await catalogServiceMock({
        entities: options.catalog,
      }).getEntities(query, callOptions);
    },
    getEntityByRef: async (ref, callOptions) => {
      if (options.catalogDown) {
        throw new Error('The catalog is down');
      }
      return await catalogServiceMock({
        entities: options.catalog,
      }).getEntityByRef(ref, callOptions);
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      personaPermissions,
      catalog.factory,
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      ...(options.features ?? []),
    ],
  });
  const { server } = backend;
  const authorised = (test: request.Test, persona: Persona) =>
    test.set('Authorization', credentialsOf(persona));
  return {
    auditor,
    /** Where it listens, for requests no client library would send. */
    port: server.port(),
    /** Waits until the work of imports is done. */
    imported: async () => await imports?.idle(),
    stop: async () => {
      await imports?.stop();
      await backend.stop();
    },
    get: (persona: Persona, path: string) =>
      authorised(request(server).get(`/api/itam${path}`), persona),
    put: (persona: Persona, path: string) =>
      authorised(request(server).put(`/api/itam${path}`), persona),
    post: (persona: Persona, path: string) =>
      authorised(request(server).post(`/api/itam${path}`), persona),
    delete: (persona: Persona, path: string) =>
      authorised(request(server).delete(`/api/itam${path}`), persona),
  };
}

/** A running register under test. */
export type Register = Awaited<ReturnType<typeof startRegister>>;

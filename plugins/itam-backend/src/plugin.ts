import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  itamConnectorsExtensionPoint,
  itamTicketsExtensionPoint,
} from '@backstage-itam/plugin-itam-node';
import { DateTime } from 'luxon';
import { registerActions } from './actions/registerActions';
import {
  insecureRegisterSecret,
  insecureSettings,
  readRegisterConfig,
  refuseInsecureStart,
} from './config';
import { settingKeys } from './database/settingKeys';
import { oneReplicaAtATime } from './database/oneReplicaAtATime';
import { limitIdleTransactions } from './database/limitIdleTransactions';
import { observeRegister } from './metrics/observeRegister';
import { createRegisterMetrics } from './metrics/registerMetrics';
import { decideInTime } from './permissions/decideInTime';
import { openCalendarFeed } from './router/calendar';
import { createRouter } from './router/createRouter';
import { openEntitySchemas } from './router/entitySchemas';
import { readSetting } from './stores/settings/readSetting';
import { connectorTask, scheduleConnectors } from './tasks/scheduleConnectors';
import { scheduleTasks } from './tasks/scheduleTasks';
import { ConnectorRegistry } from './usecases/connectors/ConnectorRegistry';
import { ImportWorker } from './usecases/imports/importWorker';
import { TicketSourceRegistry } from './usecases/tickets/TicketSourceRegistry';
import { prepareRegister } from './usecases/prepareRegister';

/**
 * The ITAM register: records, their costs, the HTTP API and the tasks that
 * keep them in step with the catalog.
 *
 * @public
 */
export const itamPlugin = createBackendPlugin({
  pluginId: 'itam',
  register(env) {
    const connectors = new ConnectorRegistry();
    env.registerExtensionPoint(itamConnectorsExtensionPoint, connectors);
    const ticketSources = new TicketSourceRegistry();
    env.registerExtensionPoint(itamTicketsExtensionPoint, ticketSources);
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        tracing: tracingServiceRef,
      },
      async init(deps) {
        const config = readRegisterConfig(deps.rootConfig);
        const permissions = decideInTime(deps.permissions);
        const risks = {
          accepted: config.acceptedRisks,
          production: process.env.NODE_ENV === 'production',
          logger: deps.logger,
        };
        refuseInsecureStart(insecureSettings(deps.rootConfig), risks);
        const knex = await deps.database.getClient();
        limitIdleTransactions(knex);
        await prepareRegister(
          { database: knex, skipMigrations: deps.database.migrations?.skip },
          new Date(),
        );
        refuseInsecureStart(
          insecureRegisterSecret(
            (await readSetting(knex, settingKeys.secret)) ?? '',
          ),
          risks,
        );
        const imports = new ImportWorker({
          knex,
          config,
          logger: deps.logger,
          permissionsRegistry: deps.permissionsRegistry,
          auditor: deps.auditor,
          now: () => new Date(),
        });
        deps.lifecycle.addShutdownHook(async () => await imports.stop());
        const metrics = createRegisterMetrics(deps.metrics);
        observeRegister({
          metrics: deps.metrics,
          lifecycle: deps.lifecycle,
          database: knex,
          now: () => new Date(),
        });
        openCalendarFeed(deps.httpRouter);
        openEntitySchemas(deps.httpRouter);
        deps.httpRouter.use(
          await createRouter({
            knex,
            imports,
            connectors,
            ticketSources,
            triggerConnector: async id =>
              await deps.scheduler.triggerTask(connectorTask(id)),
            config,
            logger: deps.logger,
            httpAuth: deps.httpAuth,
            auditor: deps.auditor,
            metrics,
            permissions,
            permissionsRegistry: deps.permissionsRegistry,
            catalog: deps.catalog,
            now: () => DateTime.utc(),
          }),
        );
        // After the router, which registers the permissions they ask for.
        if (config.actions.enabled) {
          registerActions(deps.actionsRegistry, {
            knex,
            config,
            auth: deps.auth,
            logger: deps.logger,
            permissions,
            permissionsRegistry: deps.permissionsRegistry,
            catalog: deps.catalog,
            now: () => DateTime.utc(),
          });
        }
        // The scheduler makes its tables with the first task.
        await oneReplicaAtATime(
          knex,
          async () =>
            await scheduleTasks({
              database: knex,
              imports,
              catalog: deps.catalog,
              auth: deps.auth,
              notifications: deps.notifications,
              config,
              logger: deps.logger,
              scheduler: deps.scheduler,
              lifecycle: deps.lifecycle,
              metrics,
              tracing: deps.tracing,
              now: () => new Date(),
            }),
        );
        await scheduleConnectors({
          database: knex,
          config,
          connectors,
          logger: deps.logger,
          scheduler: deps.scheduler,
          lifecycle: deps.lifecycle,
          metrics,
          now: () => new Date(),
        });
      },
    });
  },
});

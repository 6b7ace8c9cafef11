import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import type { RegisterConfig } from '../config';
import type { RegisterMetrics } from '../metrics/registerMetrics';
import { createAccessResolver } from '../permissions/access';
import { createKeptDecisions } from '../permissions/keptDecisions';
import { registerPermissions } from '../permissions/registerPermissions';
import { spec } from '../schema/generated/spec';
import type { ConnectorRegistry } from '../usecases/connectors/ConnectorRegistry';
import type { ImportWorker } from '../usecases/imports/importWorker';
import { createCatalogLabels } from '../usecases/records/catalogLabels';
import { keepTickets } from '../usecases/tickets/keepTickets';
import type { TicketSourceRegistry } from '../usecases/tickets/TicketSourceRegistry';
import { addAssignmentRoutes } from './assignments';
import { addClosingRoutes } from './closing';
import { addComparisonRoutes } from './comparison';
import { addAuditRoutes } from './audits';
import { addBudgetRoutes } from './budgets';
import { addCalendarRoutes, hideCalendarToken } from './calendar';
import { addCloudBillingRoutes } from './cloudBilling';
import { addConnectorRoutes } from './connectors';
import { addCostRoutes } from './costs';
import { addDeclarationRoutes } from './declarations';
import { addDiscoveryRoutes } from './discoveries';
import { addEntitySchemaRoutes } from './entitySchemas';
import { addFindingRoutes } from './findings';
import { addForecastRoutes } from './forecast';
import { addHealthRoutes } from './health';
import { addHistoryRoutes } from './history';
import { addImportRoutes } from './imports';
import { addLicenseRoutes } from './licenses';
import { addPublicationRoutes } from './publication';
import { addRateRoutes } from './rates';
import { addRecordExportRoutes } from './recordExport';
import { addRecordRoutes } from './records';
import { addRegistrationRoutes } from './registration';
import { addReportRoutes } from './reports';
import { addRenewalRoutes } from './renewals';
import { addScheduleRoutes } from './schedule';
import { addServicingRoutes } from './servicings';
import { addSoftwareRoutes } from './software';
import { addSupplierRoutes } from './suppliers';
import { addTicketRoutes } from './tickets';
import { addUsageRoutes } from './usage';
import { hideInternalErrors } from './requests/hideInternalErrors';
import {
  refuseEndlessParameters,
  refuseUnsafeBodies,
  refuseUnsafeQueries,
} from './requests/refuseUnsafeRequests';
import { measureRequests } from './requests/measureRequests';
import { readDiscoveryCsv } from './requests/readDiscoveryCsv';
import { requireJson } from './requests/requireJson';
import type { RouteDeps } from './routeDeps';

/** Largest body taken: an entity at the catalog's own limits fits. */
const BODY_LIMIT_BYTES = 1_048_576;

/** What the register's HTTP API works with. */
export interface RouterDeps {
  knex: Knex;
  logger: LoggerService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  catalog: Pick<
    CatalogService,
    'getEntities' | 'getEntitiesByRefs' | 'getEntityByRef'
  >;
  config: RegisterConfig;
  /** Does the work of imports; told when there is some. */
  imports: Pick<ImportWorker, 'wake'>;
  /** Bring records from other tools. */
  connectors: Pick<ConnectorRegistry, 'all' | 'get'>;
  /** Know the open tickets of other tools. */
  ticketSources: Pick<TicketSourceRegistry, 'all' | 'get'>;
  /** Has the task of a connector run now, on whichever replica. */
  triggerConnector: (id: string) => Promise<void>;
  metrics: RegisterMetrics;
  /** The clock. */
  now: () => DateTime;
}

/**
 * The register's HTTP API, validated by its OpenAPI contract. Also registers
 * the permissions, since every route depends on them.
 */
export async function createRouter(deps: RouterDeps): Promise<express.Router> {
  registerPermissions(deps);
  const routeDeps: RouteDeps = {
    ...deps,
    access: createAccessResolver(deps),
    keptDecisions: createKeptDecisions(deps),
    labels: createCatalogLabels(deps),
    keptTickets: keepTickets(deps.ticketSources, {
      logger: deps.logger,
      metrics: deps.metrics,
      now: () => deps.now().toMillis(),
    }),
  };

  const router = PromiseRouter();
  router.use(measureRequests(deps.metrics));
  router.use(hideCalendarToken);
  router.use(refuseUnsafeQueries);
  router.use(requireJson);
  router.use(
    readDiscoveryCsv(
      BODY_LIMIT_BYTES,
      express.json({ limit: BODY_LIMIT_BYTES }),
    ),
  );
  router.use(refuseUnsafeBodies);

  const api = createValidatedOpenApiRouter(spec, {
    // Parsing happens above, where its errors keep their status.
    middleware: [(_req, _res, next) => next()],
  });
  // Before the routes, and after the contract has made numbers of text.
  api.use(refuseEndlessParameters);
  addRecordRoutes(api, routeDeps);
  addRecordExportRoutes(api, routeDeps);
  addRegistrationRoutes(api, routeDeps);
  addAssignmentRoutes(api, routeDeps);
  addHistoryRoutes(api, routeDeps);
  addImportRoutes(api, routeDeps);
  addConnectorRoutes(api, routeDeps);
  addScheduleRoutes(api, routeDeps);
  addServicingRoutes(api, routeDeps);
  addUsageRoutes(api, routeDeps);
  addLicenseRoutes(api, routeDeps);
  addRenewalRoutes(api, routeDeps);
  addSupplierRoutes(api, routeDeps);
  addTicketRoutes(api, routeDeps);
  addCalendarRoutes(api, routeDeps);
  addCloudBillingRoutes(api, routeDeps);
  addCostRoutes(api, routeDeps);
  addComparisonRoutes(api, routeDeps);
  addForecastRoutes(api, routeDeps);
  addFindingRoutes(api, routeDeps);
  addDiscoveryRoutes(api, routeDeps);
  addSoftwareRoutes(api, routeDeps);
  addAuditRoutes(api, routeDeps);
  addBudgetRoutes(api, routeDeps);
  addRateRoutes(api, routeDeps);
  addReportRoutes(api, routeDeps);
  addClosingRoutes(api, routeDeps);
  addHealthRoutes(api, routeDeps);
  addDeclarationRoutes(api, routeDeps);
  addPublicationRoutes(api, routeDeps);
  addEntitySchemaRoutes(api);
  router.use(api);
  router.use(hideInternalErrors(deps.logger));
  return router;
}

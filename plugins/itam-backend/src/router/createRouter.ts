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
import { createAccessResolver } from '../permissions/access';
import { registerPermissions } from '../permissions/registerPermissions';
import { spec } from '../schema/generated/spec';
import { createCatalogLabels } from '../usecases/records/catalogLabels';
import { addCostRoutes } from './costs';
import { addDeclarationRoutes } from './declarations';
import { addHealthRoutes } from './health';
import { addRecordRoutes } from './records';
import { hideInternalErrors } from './requests/hideInternalErrors';
import {
  refuseUnsafeBodies,
  refuseUnsafeQueries,
} from './requests/refuseUnsafeRequests';
import { requireJson } from './requests/requireJson';
import type { RouteDeps } from './routeDeps';

/** Largest body taken: an entity at the catalog's own limits fits. */
const BODY_LIMIT = '1mb';

/** What the register's HTTP API works with. */
export interface RouterDeps {
  knex: Knex;
  logger: LoggerService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs' | 'getEntityByRef'>;
  config: Pick<
    RegisterConfig,
    'reportingCurrency' | 'depreciation' | 'projection'
  >;
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
    labels: createCatalogLabels(deps),
  };

  const router = PromiseRouter();
  router.use(refuseUnsafeQueries);
  router.use(requireJson);
  router.use(express.json({ limit: BODY_LIMIT }));
  router.use(refuseUnsafeBodies);

  const api = createValidatedOpenApiRouter(spec, {
    // Parsing happens above, where its errors keep their status.
    middleware: [(_req, _res, next) => next()],
  });
  addRecordRoutes(api, routeDeps);
  addCostRoutes(api, routeDeps);
  addHealthRoutes(api, routeDeps);
  addDeclarationRoutes(api, routeDeps);
  router.use(api);
  router.use(hideInternalErrors(deps.logger));
  return router;
}

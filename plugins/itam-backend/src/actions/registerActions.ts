import type {
  AuthService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../config';
import { createAccessResolver } from '../permissions/access';
import type { RouterDeps } from '../router/createRouter';
import { createCatalogLabels } from '../usecases/records/catalogLabels';
import type { ActionDeps } from './answerAction';
import { registerCostAction } from './costAction';
import { registerHoldingsAction } from './holdingsAction';
import { registerLicensePositionAction } from './licensePositionAction';
import { registerRenewalsAction } from './renewalsAction';

/**
 * Adds the questions that agents may ask to the actions registry, where for
 * example the portal's MCP server finds them. The permissions have to be
 * registered already.
 */
export function registerActions(
  registry: ActionsRegistryService,
  options: {
    knex: Knex;
    config: RegisterConfig;
    auth: AuthService;
    logger: LoggerService;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  } & Pick<RouterDeps, 'catalog' | 'now'>,
): void {
  const deps: ActionDeps = {
    ...options,
    access: createAccessResolver(options),
    labels: createCatalogLabels(options),
  };
  registerCostAction(registry, deps);
  registerRenewalsAction(registry, deps);
  registerHoldingsAction(registry, deps);
  registerLicensePositionAction(registry, deps);
}

import { nodeHasKind } from './nodeHasKind';
import { nodeIsAll } from './nodeIsAll';
import { nodeIsGroupIn } from './nodeIsGroupIn';
import { nodeIsOwnedBy } from './nodeIsOwnedBy';

/**
 * All permission rules for cost nodes, as the register registers them with
 * `coreServices.permissionsRegistry`.
 *
 * @public
 */
export const itamCostNodePermissionRules = {
  nodeIsOwnedBy,
  nodeIsGroupIn,
  nodeHasKind,
  nodeIsAll,
};

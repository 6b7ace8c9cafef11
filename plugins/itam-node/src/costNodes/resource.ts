import { RESOURCE_TYPE_ITAM_COST_NODE } from '@backstage-itam/plugin-itam-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import type { ItamCostNodeFilter } from './filter';

/**
 * What the permission rules need to know of one node that costs are asked
 * of: a service, group, user, supplier, cost centre, or the whole estate.
 *
 * @public
 */
export interface ItamCostNodeResource {
  /** Ref of the node; a full entity ref where the node is in the catalog. */
  ref: string;
  /**
   * Kind of the node in lower case, e.g. `component`, `group`, `supplier`;
   * `all` for the whole estate.
   */
  kind: string;
  /**
   * The owner and all groups above it; for a group or user the node itself
   * and all groups above it. Empty when nobody owns the node.
   */
  ownerRefs: string[];
}

/**
 * The resource type `itam-cost-node` of plugin `itam`: whatever costs can be
 * asked of.
 *
 * @public
 */
export const itamCostNodePermissionResourceRef = createPermissionResourceRef<
  ItamCostNodeResource,
  ItamCostNodeFilter
>().with({
  pluginId: 'itam',
  resourceType: RESOURCE_TYPE_ITAM_COST_NODE,
});

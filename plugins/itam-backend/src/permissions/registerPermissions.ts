import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  itamPermissions,
  RESOURCE_TYPE_ITAM_COST_NODE,
  RESOURCE_TYPE_ITAM_RECORD,
} from '@backstage-itam/plugin-itam-common';
import {
  itamCostNodePermissionResourceRef,
  itamCostNodePermissionRules,
  itamRecordPermissionResourceRef,
  itamRecordPermissionRules,
} from '@backstage-itam/plugin-itam-node';
import { isResourcePermission } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { DateTime } from 'luxon';
import { loadCostNodes } from '../stores/queries/costNodeResources';
import { loadRecordResources } from '../stores/queries/recordResources';
import { parseCostNode, type CostNode } from '../stores/queries/costNode';

/**
 * Tells the permission system about the register's permissions, resource
 * types and rules, and how to load what the rules are applied to.
 */
export function registerPermissions(deps: {
  permissionsRegistry: PermissionsRegistryService;
  knex: Knex;
  now: () => DateTime;
}): void {
  const { permissionsRegistry, knex } = deps;
  const today = () => deps.now().toUTC().toFormat('yyyy-MM-dd');

  permissionsRegistry.addPermissions(
    itamPermissions.filter(permission => !isResourcePermission(permission)),
  );
  permissionsRegistry.addResourceType({
    resourceRef: itamRecordPermissionResourceRef,
    permissions: itamPermissions.filter(permission =>
      isResourcePermission(permission, RESOURCE_TYPE_ITAM_RECORD),
    ),
    rules: Object.values(itamRecordPermissionRules),
    getResources: async refs => {
      const records = await loadRecordResources(knex, refs, today());
      return refs.map(ref => records.get(ref));
    },
  });
  permissionsRegistry.addResourceType({
    resourceRef: itamCostNodePermissionResourceRef,
    permissions: itamPermissions.filter(permission =>
      isResourcePermission(permission, RESOURCE_TYPE_ITAM_COST_NODE),
    ),
    rules: Object.values(itamCostNodePermissionRules),
    getResources: async refs => {
      const nodes = refs.map(readableNode);
      const loaded = await loadCostNodes(
        knex,
        nodes.flatMap(node => node ?? []),
        today(),
      );
      return nodes.map(node => node && loaded.get(node.ref)?.resource);
    },
  });
}

/** A ref that names no node has no resource: conditions then deny it. */
function readableNode(ref: string): CostNode | undefined {
  try {
    return parseCostNode(ref);
  } catch {
    return undefined;
  }
}

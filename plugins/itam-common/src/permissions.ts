import {
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';

/**
 * Resource type of records: assets, licences and contracts.
 * @public
 */
export const RESOURCE_TYPE_ITAM_RECORD = 'itam-record';

/**
 * Resource type of what costs are asked for: services, groups, suppliers, cost
 * centres and the whole.
 * @public
 */
export const RESOURCE_TYPE_ITAM_COST_NODE = 'itam-cost-node';

/**
 * Allows to see a record, without its money.
 * @public
 */
export const itamRecordReadPermission = createPermission({
  name: 'itam.record.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ITAM_RECORD,
});

/**
 * Allows to create records.
 * @public
 */
export const itamRecordCreatePermission = createPermission({
  name: 'itam.record.create',
  attributes: { action: 'create' },
});

/**
 * Allows to change a record.
 * @public
 */
export const itamRecordUpdatePermission = createPermission({
  name: 'itam.record.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ITAM_RECORD,
});

/**
 * Allows to delete a record.
 * @public
 */
export const itamRecordDeletePermission = createPermission({
  name: 'itam.record.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_ITAM_RECORD,
});

/**
 * Allows to move an asset through its life cycle.
 * @public
 */
export const itamRecordTransitionPermission = createPermission({
  name: 'itam.record.transition',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ITAM_RECORD,
});

/**
 * Allows to see what a service, group, supplier, cost centre or the whole
 * costs.
 * @public
 */
export const itamCostReadPermission = createPermission({
  name: 'itam.cost.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ITAM_COST_NODE,
});

/**
 * Allows to see the terms, renewals and documents of a contract.
 * @public
 */
export const itamContractReadPermission = createPermission({
  name: 'itam.contract.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ITAM_RECORD,
});

/**
 * Allows to import files.
 * @public
 */
export const itamImportPermission = createPermission({
  name: 'itam.import',
  attributes: { action: 'create' },
});

/**
 * Allows to see reports.
 * @public
 */
export const itamReportReadPermission = createPermission({
  name: 'itam.report.read',
  attributes: { action: 'read' },
});

/**
 * Allows to open, work through and close audits.
 * @public
 */
export const itamAuditManagePermission = createPermission({
  name: 'itam.audit.manage',
  attributes: { action: 'update' },
});

/**
 * Allows to change settings: rates, budgets and closed months.
 * @public
 */
export const itamSettingsUpdatePermission = createPermission({
  name: 'itam.settings.update',
  attributes: { action: 'update' },
});

/**
 * All permissions of the plugin, to register them.
 * @public
 */
export const itamPermissions: Permission[] = [
  itamRecordReadPermission,
  itamRecordCreatePermission,
  itamRecordUpdatePermission,
  itamRecordDeletePermission,
  itamRecordTransitionPermission,
  itamCostReadPermission,
  itamContractReadPermission,
  itamImportPermission,
  itamReportReadPermission,
  itamAuditManagePermission,
  itamSettingsUpdatePermission,
];

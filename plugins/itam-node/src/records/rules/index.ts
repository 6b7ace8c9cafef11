import { hasClass } from './hasClass';
import { hasKind } from './hasKind';
import { inCostCenter } from './inCostCenter';
import { isHolder } from './isHolder';
import { isOwner } from './isOwner';
import { usesServiceOwnedBy } from './usesServiceOwnedBy';

/**
 * All permission rules for records, as the register registers them with
 * `coreServices.permissionsRegistry`.
 *
 * @public
 */
export const itamRecordPermissionRules = {
  isOwner,
  isHolder,
  usesServiceOwnedBy,
  hasKind,
  hasClass,
  inCostCenter,
};

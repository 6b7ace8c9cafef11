import {
  coreServices,
  createServiceFactory,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  createItamCostNodeConditionalDecision,
  createItamRecordConditionalDecision,
  itamCostNodeConditions,
  itamRecordConditions,
} from '@backstage-itam/plugin-itam-node';
import {
  itamContractReadPermission,
  itamCostReadPermission,
  itamImportPermission,
  itamRecordReadPermission,
  itamRecordCreatePermission,
  itamRecordTransitionPermission,
  itamRecordUpdatePermission,
  itamReportReadPermission,
} from '@backstage-itam/plugin-itam-common';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';

const GROUPS: Record<string, string[]> = {
  'user:default/member': ['group:default/payments'],
  'user:default/manager': ['group:default/commerce'],
  'user:default/other': ['group:default/other'],
  'user:default/narrow': ['group:default/payments'],
};

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

function decide(
  credentials: BackstageCredentials,
  permission: string,
): PolicyDecision {
  const principal: unknown = credentials.principal;
  const user =
    typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal
      ? String(principal.userEntityRef)
      : undefined;
  if (user === undefined || user === 'user:default/finance') {
    return allow;
  }
  if (user === 'user:default/broken') {
    throw new Error('The permission backend is down at 10.0.0.7');
  }
  const groups = GROUPS[user];
  if (!groups) {
    return deny;
  }
  const claims = [user, ...groups];
  switch (permission) {
    case itamRecordReadPermission.name:
      return createItamRecordConditionalDecision(itamRecordReadPermission, {
        anyOf: [
          itamRecordConditions.isOwner({ claims }),
          itamRecordConditions.isHolder({ claims }),
          ...(user === 'user:default/narrow'
            ? []
            : [itamRecordConditions.usesServiceOwnedBy({ claims })]),
        ],
      });
    case itamContractReadPermission.name:
      return createItamRecordConditionalDecision(itamContractReadPermission, {
        anyOf: [itamRecordConditions.isOwner({ claims })],
      });
    case itamRecordUpdatePermission.name:
      return user === 'user:default/manager'
        ? createItamRecordConditionalDecision(itamRecordUpdatePermission, {
            anyOf: [itamRecordConditions.isOwner({ claims })],
          })
        : deny;
    case itamRecordTransitionPermission.name:
      return user === 'user:default/manager' || user === 'user:default/narrow'
        ? createItamRecordConditionalDecision(itamRecordTransitionPermission, {
            anyOf: [itamRecordConditions.isOwner({ claims })],
          })
        : deny;
    case itamImportPermission.name:
    case itamRecordCreatePermission.name:
      return user === 'user:default/manager' ? allow : deny;
    case itamReportReadPermission.name:
      return user === 'user:default/manager' ? allow : deny;
    case itamCostReadPermission.name:
      return createItamCostNodeConditionalDecision(
        itamCostReadPermission,
        itamCostNodeConditions.nodeIsOwnedBy({ claims }),
      );
    default:
      return deny;
  }
}

/**
 * A policy of people: finance and services see all, members what their groups
 * own, hold or use, a manager that of the groups below, `narrow` not what they
 * only use; for `broken` the permission backend fails; all others nothing.
 * Finance changes settings; a manager registers records, changes those their
 * groups own and sees reports of what they may see; `narrow` takes steps with
 * what their groups own.
 */
export const personaPermissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => ({
    authorize: async (requests, { credentials }) =>
      requests.map(({ permission }) => {
        const { result } = decide(credentials, permission.name);
        if (result === AuthorizeResult.CONDITIONAL) {
          throw new Error('Conditional decisions have to be asked for');
        }
        return { result };
      }),
    authorizeConditional: async (requests, { credentials }) =>
      requests.map(({ permission }) => decide(credentials, permission.name)),
  }),
});

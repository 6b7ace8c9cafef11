import type {
  BackstageCredentials,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  itamContractReadPermission,
  itamCostReadPermission,
  itamRecordReadPermission,
} from '@backstage-itam/plugin-itam-common';
import {
  itamCostNodePermissionResourceRef,
  itamRecordPermissionResourceRef,
  type ItamCostNodeFilter,
  type ItamRecordFilter,
} from '@backstage-itam/plugin-itam-node';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import {
  AuthorizeResult,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';

/** What a caller may reach: everything, nothing, or what criteria select. */
export type Scope<TFilter> =
  | { kind: 'all' }
  | { kind: 'none' }
  | { kind: 'criteria'; criteria: PermissionCriteria<TFilter> };

/**
 * What a caller may read, decided once for a request. Lists, counts, exports
 * and single reads all use these scopes, so that they cannot disagree.
 */
export interface Access {
  /** Records that may be seen at all. */
  records: Scope<ItamRecordFilter>;
  /** Contracts have to be in this scope as well as in `records`. */
  contracts: Scope<ItamRecordFilter>;
  /** Nodes whose costs may be seen. */
  costs: Scope<ItamCostNodeFilter>;
}

/** Decides what a caller may read. */
export interface AccessResolver {
  /**
   * Throws ServiceUnavailableError when permissions cannot be decided, so
   * that nothing is shown then.
   */
  resolve(credentials: BackstageCredentials): Promise<Access>;
}

/** Access decided by the portal's permission policy. */
export function createAccessResolver(deps: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  logger: LoggerService;
}): AccessResolver {
  const transformRecords = createConditionTransformer<ItamRecordFilter>(
    deps.permissionsRegistry.getPermissionRuleset(
      itamRecordPermissionResourceRef,
    ),
  );
  const transformCosts = createConditionTransformer<ItamCostNodeFilter>(
    deps.permissionsRegistry.getPermissionRuleset(
      itamCostNodePermissionResourceRef,
    ),
  );

  return {
    async resolve(credentials) {
      let decisions: PolicyDecision[];
      try {
        decisions = await deps.permissions.authorizeConditional(
          [
            { permission: itamRecordReadPermission },
            { permission: itamContractReadPermission },
            { permission: itamCostReadPermission },
          ],
          { credentials },
        );
      } catch (error) {
        // The cause is for the log: it may name hosts and tokens.
        deps.logger.error(
          `Permissions cannot be decided: ${stringifyError(error)}`,
        );
        throw new ServiceUnavailableError(
          'Permissions cannot be decided at the moment',
        );
      }
      const [records, contracts, costs] = decisions;
      return {
        records: scopeOf(records, transformRecords),
        contracts: scopeOf(contracts, transformRecords),
        costs: scopeOf(costs, transformCosts),
      };
    },
  };
}

/** What a decision of the policy lets a caller reach. */
export function scopeOf<TFilter>(
  decision: PolicyDecision | undefined,
  transform: ReturnType<typeof createConditionTransformer<TFilter>>,
): Scope<TFilter> {
  if (decision?.result === AuthorizeResult.ALLOW) {
    return { kind: 'all' };
  }
  if (decision?.result === AuthorizeResult.CONDITIONAL) {
    return { kind: 'criteria', criteria: transform(decision.conditions) };
  }
  return { kind: 'none' };
}

import type {
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  itamContractReadPermission,
  itamRecordReadPermission,
} from '@backstage-itam/plugin-itam-common';
import {
  itamRecordPermissionResourceRef,
  type ItamRecordFilter,
} from '@backstage-itam/plugin-itam-node';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import type { JsonValue } from '@backstage/types';
import { scopeOf, type Access, type Scope } from './access';
import { policyDecisionFromJson } from './policyDecisionFromJson';

/**
 * What the policy decides about the records of somebody, kept for when nobody
 * is there to be decided about: Backstage has no credentials that stand for a
 * user who is not asking.
 */
export interface KeptDecisions {
  /**
   * Asks the policy, as text to be kept.
   *
   * Throws ServiceUnavailableError when it cannot be asked.
   */
  decide(credentials: BackstageCredentials): Promise<string>;
  /**
   * What kept decisions let somebody reach today: at most what is theirs now.
   * Decisions that cannot be read, or name rules that are gone, allow nothing.
   *
   * @param refs - The person, and the groups they belong to now
   */
  accessOf(kept: string, refs: readonly string[]): Access;
}

/** Decisions of the portal's permission policy. */
export function createKeptDecisions(deps: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  logger: LoggerService;
}): KeptDecisions {
  const transform = createConditionTransformer<ItamRecordFilter>(
    deps.permissionsRegistry.getPermissionRuleset(
      itamRecordPermissionResourceRef,
    ),
  );
  const scopeFrom = (kept: JsonValue | undefined): Scope<ItamRecordFilter> => {
    try {
      return scopeOf(policyDecisionFromJson(kept), transform);
    } catch {
      return { kind: 'none' };
    }
  };
  return {
    async decide(credentials) {
      try {
        const [records, contracts] =
          await deps.permissions.authorizeConditional(
            [
              { permission: itamRecordReadPermission },
              { permission: itamContractReadPermission },
            ],
            { credentials },
          );
        return JSON.stringify({ records, contracts });
      } catch (error) {
        deps.logger.error(
          `Permissions cannot be decided: ${stringifyError(error)}`,
        );
        throw new ServiceUnavailableError(
          'Permissions cannot be decided at the moment',
        );
      }
    },
    accessOf(kept, refs) {
      const decisions = objectFrom(kept);
      return {
        records: within(scopeFrom(decisions.records), refs),
        contracts: within(scopeFrom(decisions.contracts), refs),
        costs: { kind: 'none' },
      };
    },
  };
}

/** The part of a scope that belongs to somebody. */
function within(
  scope: Scope<ItamRecordFilter>,
  refs: readonly string[],
): Scope<ItamRecordFilter> {
  if (scope.kind === 'none' || refs.length === 0) {
    return { kind: 'none' };
  }
  const all = [...refs];
  const theirs: Extract<Scope<ItamRecordFilter>, { kind: 'criteria' }> = {
    kind: 'criteria',
    criteria: {
      anyOf: [
        { kind: 'owner-in-groups', refs: all },
        { kind: 'holder-in-groups', refs: all },
        { kind: 'service-owner-in-groups', refs: all },
      ],
    },
  };
  return scope.kind === 'all'
    ? theirs
    : {
        kind: 'criteria',
        criteria: { allOf: [scope.criteria, theirs.criteria] },
      };
}

function objectFrom(text: string): Partial<Record<string, JsonValue>> {
  try {
    const value: JsonValue = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value
      : {};
  } catch {
    return {};
  }
}

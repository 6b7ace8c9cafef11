import type {
  BackstageCredentials,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  itamContractReadPermission,
  itamCostReadPermission,
  itamRecordCreatePermission,
  itamRecordReadPermission,
} from '@backstage-itam/plugin-itam-common';
import {
  itamCostNodePermissionResourceRef,
  itamRecordPermissionResourceRef,
  matchesItamRecordFilter,
  type ItamCostNodeFilter,
  type ItamRecordFilter,
} from '@backstage-itam/plugin-itam-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import type { JsonValue } from '@backstage/types';
import type { Knex } from 'knex';
import { loadRecordResources } from '../stores/queries/recordResources';
import { scopeOf, type Access, type Scope } from './access';
import { isInScope } from './matchesCriteria';
import { policyDecisionFromJson } from './policyDecisionFromJson';
import {
  decided,
  PERMISSION_OF,
  RIGHTS,
  type RecordRight,
} from './writeAccess';

/**
 * What somebody may do, as the portal's policy decided when they asked for
 * work that outlives their request. Kept as JSON with the work, so that
 * whoever goes on with it after a restart is bound by the same decisions.
 */
export interface Mandate {
  /** What they may read. */
  access: Access;
  /** Whether they may register records. */
  mayCreate: boolean;
  /** What they may do with records. */
  rights: ReadonlyMap<RecordRight, Scope<ItamRecordFilter>>;
}

interface StoredMandate {
  read: PolicyDecision;
  contracts: PolicyDecision;
  costs: PolicyDecision;
  create: boolean;
  rights: Record<RecordRight, PolicyDecision>;
}

/** A mandate as it is read back: nothing of it is taken on trust. */
interface KeptMandate {
  read?: JsonValue;
  contracts?: JsonValue;
  costs?: JsonValue;
  create?: JsonValue;
  rights?: Partial<Record<RecordRight, JsonValue>>;
}

/**
 * Has the portal's policy decide what the caller may do; as JSON.
 *
 * Throws ServiceUnavailableError (503) when permissions cannot be decided.
 */
export async function decideMandate(
  deps: { permissions: PermissionsService; logger: LoggerService },
  credentials: BackstageCredentials,
): Promise<string> {
  const { permissions } = deps;
  const decisions = await decided(
    deps,
    async () =>
      await permissions.authorizeConditional(
        [
          { permission: itamRecordReadPermission },
          { permission: itamContractReadPermission },
          { permission: itamCostReadPermission },
          ...RIGHTS.map(right => ({ permission: PERMISSION_OF[right] })),
        ],
        { credentials },
      ),
  );
  const [create] = await decided(
    deps,
    async () =>
      await permissions.authorize(
        [{ permission: itamRecordCreatePermission }],
        {
          credentials,
        },
      ),
  );
  const [read, contracts, costs, ...rights] = decisions;
  const mandate: StoredMandate = {
    read,
    contracts,
    costs,
    create: create.result === AuthorizeResult.ALLOW,
    rights: {
      update: rights[0],
      delete: rights[1],
      transition: rights[2],
    },
  };
  return JSON.stringify(mandate);
}

/**
 * Reads what {@link decideMandate} wrote.
 *
 * Throws for any other text, so that nothing is done without a mandate.
 */
export function readMandate(
  deps: { permissionsRegistry: PermissionsRegistryService },
  text: string,
): Mandate {
  const stored: KeptMandate = JSON.parse(text);
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
    access: {
      records: scopeOf(policyDecisionFromJson(stored.read), transformRecords),
      contracts: scopeOf(
        policyDecisionFromJson(stored.contracts),
        transformRecords,
      ),
      costs: scopeOf(policyDecisionFromJson(stored.costs), transformCosts),
    },
    mayCreate: stored.create === true,
    rights: new Map(
      RIGHTS.map(right => [
        right,
        scopeOf(
          policyDecisionFromJson(stored.rights?.[right]),
          transformRecords,
        ),
      ]),
    ),
  };
}

/** What a mandate allows to be done with records, by ref. */
export async function rightsUnderMandate(
  knex: Knex,
  mandate: Mandate,
  refs: readonly string[],
  today: string,
): Promise<Map<string, ReadonlySet<RecordRight>>> {
  const scopes = [...mandate.rights];
  const narrowed = scopes.some(([, scope]) => scope.kind === 'criteria');
  const resources = await loadRecordResources(
    knex,
    narrowed ? refs : [],
    today,
  );
  return new Map(
    refs.map(ref => {
      const resource = resources.get(ref);
      const rights = scopes
        .filter(([, scope]) =>
          scope.kind === 'criteria'
            ? resource !== undefined &&
              isInScope(resource, scope, matchesItamRecordFilter)
            : scope.kind === 'all',
        )
        .map(([right]) => right);
      return [ref, new Set(rights)];
    }),
  );
}

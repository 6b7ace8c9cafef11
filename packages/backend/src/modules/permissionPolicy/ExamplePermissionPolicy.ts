import type { UserInfoService } from '@backstage/backend-plugin-api';
import {
  itamContractReadPermission,
  itamCostReadPermission,
  itamRecordReadPermission,
} from '@backstage-itam/plugin-itam-common';
import {
  createItamCostNodeConditionalDecision,
  createItamRecordConditionalDecision,
  itamCostNodeConditions,
  itamRecordConditions,
} from '@backstage-itam/plugin-itam-node';
import {
  catalogEntityReadPermission,
  catalogEntityValidatePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createScaffolderActionConditionalDecision,
  createScaffolderTaskConditionalDecision,
  scaffolderActionConditions,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateDryRunPermission,
  templateManagementPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

const MEMBERS_MAY: Permission[] = [
  catalogEntityReadPermission,
  catalogLocationReadPermission,
  // Checking a YAML file before it is merged changes nothing.
  catalogEntityValidatePermission,
  // What a template does to the register is asked there, of who started it.
  templateParameterReadPermission,
  templateStepReadPermission,
  templateManagementPermission,
  templateDryRunPermission,
  taskCreatePermission,
];

/** Whoever edits a template in the portal may try these steps, and no others. */
const ACTIONS = [
  'itam:asset:declare',
  'itam:licence:request',
  'itam:asset:retire',
  'publish:github:pull-request',
  // How the scaffolder itself lays out the files of a dry run.
  'dry-run:extract',
];

/**
 * The example portal's rules on who may do what.
 *
 * | who | may |
 * | --- | --- |
 * | nobody signed in | nothing |
 * | everybody signed in | read the catalog and check YAML against it |
 * | | run the templates for assets and licences, and see the runs they started |
 * | | see records and contracts their groups own, hold, or use through a service |
 * | | see what the services, groups and people cost that belong to their groups |
 * | groups with full access | everything in the register |
 *
 * Whatever is not listed is denied, which covers registering, deleting and
 * refreshing catalog entities: those come from files. Being in a group counts
 * for its sub-groups as well, since the register's rules look upwards from
 * the record to every group above its owner. Services are not asked here:
 * Backstage lets its own plugins call each other.
 */
export class ExamplePermissionPolicy implements PermissionPolicy {
  readonly #fullAccessGroups: ReadonlySet<string>;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    /** Full entity refs of the groups that see and keep the whole register. */
    fullAccessGroups: string[];
    userInfo: UserInfoService;
  }) {
    this.#fullAccessGroups = new Set(options.fullAccessGroups);
    this.#userInfo = options.userInfo;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return DENY;
    }
    if (MEMBERS_MAY.some(given => given.name === permission.name)) {
      return ALLOW;
    }
    if (isPermission(permission, actionExecutePermission)) {
      const [first, ...others] = ACTIONS.map(actionId =>
        scaffolderActionConditions.hasActionId({ actionId }),
      );
      return createScaffolderActionConditionalDecision(permission, {
        anyOf: [first, ...others],
      });
    }
    if (
      isPermission(permission, taskReadPermission) ||
      isPermission(permission, taskCancelPermission)
    ) {
      // What somebody has filled in can hold amounts.
      return createScaffolderTaskConditionalDecision(
        permission,
        scaffolderTaskConditions.isTaskOwner({
          createdBy: [user.info.userEntityRef],
        }),
      );
    }
    if (!permission.name.startsWith('itam.')) {
      return DENY;
    }

    // The person and the groups they are a direct member of.
    const { ownershipEntityRefs: claims } = await this.#userInfo.getUserInfo(
      user.credentials,
    );
    if (claims.some(ref => this.#fullAccessGroups.has(ref))) {
      return ALLOW;
    }

    if (
      isPermission(permission, itamRecordReadPermission) ||
      isPermission(permission, itamContractReadPermission)
    ) {
      return createItamRecordConditionalDecision(permission, {
        anyOf: [
          itamRecordConditions.isOwner({ claims }),
          itamRecordConditions.isHolder({ claims }),
          itamRecordConditions.usesServiceOwnedBy({ claims }),
        ],
      });
    }
    if (isPermission(permission, itamCostReadPermission)) {
      return createItamCostNodeConditionalDecision(
        permission,
        itamCostNodeConditions.nodeIsOwnedBy({ claims }),
      );
    }
    return DENY;
  }
}

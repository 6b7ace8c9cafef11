import type {
  BackstageCredentials,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  itamImportPermission,
  itamRecordCreatePermission,
  itamRecordDeletePermission,
  itamRecordTransitionPermission,
  itamRecordUpdatePermission,
  itamReportReadPermission,
  itamSettingsUpdatePermission,
  RecordNotFoundError,
} from '@backstage-itam/plugin-itam-common';
import {
  itamRecordPermissionResourceRef,
  matchesItamRecordFilter,
  type ItamRecordFilter,
} from '@backstage-itam/plugin-itam-node';
import {
  NotAllowedError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import { readReadableRecords } from '../stores/queries/readableRecords';
import { loadRecordResources } from '../stores/queries/recordResources';
import { scopeOf, type Access, type Scope } from './access';
import { isInScope } from './matchesCriteria';

/** What decisions about writes are made with. */
export interface WriteDeps {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  logger: LoggerService;
  knex: Knex;
}

/** Who wants to write. */
export interface WriteContext {
  credentials: BackstageCredentials;
  access: Access;
  /** ISO calendar date on which seats are held. */
  today: string;
}

/**
 * Whether the caller may change budgets, rates and closings.
 *
 * Throws ServiceUnavailableError when permissions cannot be decided.
 */
export async function maySettingsUpdate(
  deps: Pick<WriteDeps, 'permissions' | 'logger'>,
  credentials: BackstageCredentials,
): Promise<boolean> {
  return await isAllowed(deps, credentials, itamSettingsUpdatePermission);
}

/**
 * Throws NotAllowedError (403) unless the caller may change budgets, rates and
 * closings, and ServiceUnavailableError (503) when that cannot be decided.
 */
export async function requireSettingsUpdate(
  deps: Pick<WriteDeps, 'permissions' | 'logger'>,
  credentials: BackstageCredentials,
): Promise<void> {
  if (!(await maySettingsUpdate(deps, credentials))) {
    throw new NotAllowedError('You may not change budgets, rates and closings');
  }
}

/**
 * Throws NotAllowedError (403) unless the caller may see reports, and
 * ServiceUnavailableError (503) when that cannot be decided.
 */
export async function requireReportRead(
  deps: Pick<WriteDeps, 'permissions' | 'logger'>,
  credentials: BackstageCredentials,
): Promise<void> {
  if (!(await isAllowed(deps, credentials, itamReportReadPermission))) {
    throw new NotAllowedError('You may not see reports');
  }
}

/**
 * Whether the caller may change a record they can read.
 *
 * Throws ServiceUnavailableError when permissions cannot be decided.
 */
export async function mayRecordUpdate(
  deps: WriteDeps,
  context: WriteContext,
  ref: string,
): Promise<boolean> {
  const scope = await recordUpdateScope(deps, context.credentials);
  if (scope.kind !== 'criteria') {
    return scope.kind === 'all';
  }
  const loaded = await loadRecordResources(deps.knex, [ref], context.today);
  const resource = loaded.get(ref);
  return (
    resource !== undefined &&
    isInScope(resource, scope, matchesItamRecordFilter)
  );
}

/**
 * Throws unless the caller may change a record: RecordNotFoundError (404) when
 * they may not read it or it does not exist, NotAllowedError (403) when they
 * may only read it, ServiceUnavailableError (503) when that cannot be decided.
 */
export async function requireRecordUpdate(
  deps: WriteDeps,
  context: WriteContext,
  ref: string,
): Promise<void> {
  const readable = await readReadableRecords(
    deps.knex,
    [ref],
    context.access,
    context.today,
  );
  if (!readable.has(ref)) {
    throw new RecordNotFoundError({ ref });
  }
  if (!(await mayRecordUpdate(deps, context, ref))) {
    throw new NotAllowedError(`You may not change ${ref}`);
  }
}

/** What can be done with a record. */
export type RecordRight = 'update' | 'delete' | 'transition';

/** The permission each right is decided by. */
export const PERMISSION_OF = {
  update: itamRecordUpdatePermission,
  delete: itamRecordDeletePermission,
  transition: itamRecordTransitionPermission,
} as const;

/** Everything that can be done with a record. */
export const RIGHTS: readonly RecordRight[] = [
  'update',
  'delete',
  'transition',
];

const REFUSED: Readonly<Record<RecordRight, string>> = {
  update: 'change',
  delete: 'retire',
  transition: 'take steps with',
};

/**
 * Throws NotAllowedError (403) unless the caller may register records, and
 * ServiceUnavailableError (503) when that cannot be decided.
 */
export async function requireRecordCreate(
  deps: Pick<WriteDeps, 'permissions' | 'logger'>,
  credentials: BackstageCredentials,
): Promise<void> {
  if (!(await isAllowed(deps, credentials, itamRecordCreatePermission))) {
    throw new NotAllowedError('You may not register records');
  }
}

/**
 * Throws NotAllowedError (403) unless the caller may import files, and
 * ServiceUnavailableError (503) when that cannot be decided.
 */
export async function requireImport(
  deps: Pick<WriteDeps, 'permissions' | 'logger'>,
  credentials: BackstageCredentials,
): Promise<void> {
  if (!(await isAllowed(deps, credentials, itamImportPermission))) {
    throw new NotAllowedError('You may not import files');
  }
}

/**
 * What the caller may do with records they can read, by ref.
 *
 * Throws ServiceUnavailableError when permissions cannot be decided.
 */
export async function loadRecordRights(
  deps: WriteDeps,
  context: WriteContext,
  refs: readonly string[],
): Promise<Map<string, ReadonlySet<RecordRight>>> {
  const transform = recordTransformer(deps);
  const decisions = await decided(
    deps,
    async () =>
      await deps.permissions.authorizeConditional(
        RIGHTS.map(right => ({ permission: PERMISSION_OF[right] })),
        { credentials: context.credentials },
      ),
  );
  const scopes = RIGHTS.map((right, index) => ({
    right,
    scope: scopeOf(decisions[index], transform),
  }));
  const narrowed = scopes.some(({ scope }) => scope.kind === 'criteria');
  const resources = await loadRecordResources(
    deps.knex,
    narrowed ? refs : [],
    context.today,
  );
  return new Map(
    refs.map(ref => {
      const resource = resources.get(ref);
      const rights = scopes
        .filter(({ scope }) =>
          scope.kind === 'criteria'
            ? resource !== undefined &&
              isInScope(resource, scope, matchesItamRecordFilter)
            : scope.kind === 'all',
        )
        .map(({ right }) => right);
      return [ref, new Set(rights)];
    }),
  );
}

/**
 * Throws unless the caller may do this with a record: RecordNotFoundError (404)
 * when they may not read it or it does not exist, NotAllowedError (403) when
 * they may only read it, ServiceUnavailableError (503) when that cannot be
 * decided. Returns everything they may do.
 */
export async function requireRecordRight(
  deps: WriteDeps,
  context: WriteContext,
  ref: string,
  right: RecordRight,
): Promise<ReadonlySet<RecordRight>> {
  const readable = await readReadableRecords(
    deps.knex,
    [ref],
    context.access,
    context.today,
  );
  if (!readable.has(ref)) {
    throw new RecordNotFoundError({ ref });
  }
  const rights = (await loadRecordRights(deps, context, [ref])).get(ref);
  if (!rights?.has(right)) {
    throw refusalOf(ref, right);
  }
  return rights;
}

/** That the caller may read a record only. */
export function refusalOf(ref: string, right: RecordRight): NotAllowedError {
  return new NotAllowedError(`You may not ${REFUSED[right]} ${ref}`);
}

function recordTransformer(deps: Pick<WriteDeps, 'permissionsRegistry'>) {
  return createConditionTransformer<ItamRecordFilter>(
    deps.permissionsRegistry.getPermissionRuleset(
      itamRecordPermissionResourceRef,
    ),
  );
}

async function recordUpdateScope(
  deps: WriteDeps,
  credentials: BackstageCredentials,
): Promise<Scope<ItamRecordFilter>> {
  const transform = recordTransformer(deps);
  const [decision] = await decided(
    deps,
    async () =>
      await deps.permissions.authorizeConditional(
        [{ permission: itamRecordUpdatePermission }],
        { credentials },
      ),
  );
  return scopeOf(decision, transform);
}

async function isAllowed(
  deps: Pick<WriteDeps, 'permissions' | 'logger'>,
  credentials: BackstageCredentials,
  permission: BasicPermission,
): Promise<boolean> {
  const [decision] = await decided(
    deps,
    async () =>
      await deps.permissions.authorize([{ permission }], { credentials }),
  );
  return decision?.result === AuthorizeResult.ALLOW;
}

/**
 * What the permission backend decides.
 *
 * Throws ServiceUnavailableError (503) when it cannot.
 */
export async function decided<T>(
  deps: Pick<WriteDeps, 'logger'>,
  decide: () => Promise<T>,
): Promise<T> {
  try {
    return await decide();
  } catch (error) {
    // The cause is for the log: it may name hosts and tokens.
    deps.logger.error(
      `Permissions cannot be decided: ${stringifyError(error)}`,
    );
    throw new ServiceUnavailableError(
      'Permissions cannot be decided at the moment',
    );
  }
}

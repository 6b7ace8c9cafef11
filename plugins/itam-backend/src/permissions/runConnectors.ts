import type {
  BackstageCredentials,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { decideMandate, readMandate } from './mandate';
import { mayImport } from './writeAccess';

interface Deps {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  logger: LoggerService;
}

/**
 * Whether the caller may have connectors run: who may import, and register,
 * change and retire any record, since a connector does all of that.
 *
 * Throws ServiceUnavailableError (503) when that cannot be decided.
 */
export async function mayRunConnectors(
  deps: Deps,
  credentials: BackstageCredentials,
): Promise<boolean> {
  if (!(await mayImport(deps, credentials))) {
    return false;
  }
  const { mayCreate, rights } = readMandate(
    deps,
    await decideMandate(deps, credentials),
  );
  return mayCreate && [...rights.values()].every(({ kind }) => kind === 'all');
}

/**
 * Throws NotAllowedError (403) unless the caller may have connectors run, and
 * ServiceUnavailableError (503) when that cannot be decided.
 */
export async function requireRunConnectors(
  deps: Deps,
  credentials: BackstageCredentials,
): Promise<void> {
  if (!(await mayRunConnectors(deps, credentials))) {
    throw new NotAllowedError(
      'Only who may import, register, change and retire all records may run connectors',
    );
  }
}

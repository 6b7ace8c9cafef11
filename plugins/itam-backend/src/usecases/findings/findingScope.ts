import { mayImport, type WriteDeps } from '../../permissions/writeAccess';
import type { FindingScope } from '../../stores/findings/listFindings';
import type { ReadContext } from '../records/readContext';

/**
 * Which findings a caller may see.
 *
 * Throws ServiceUnavailableError when permissions cannot be decided.
 */
export async function findingScopeOf(
  deps: Pick<WriteDeps, 'permissions' | 'logger'>,
  context: ReadContext,
): Promise<FindingScope> {
  return {
    access: context.access,
    asOf: context.today,
    discoveries: await mayImport(deps, context.credentials),
  };
}

import { NotFoundError } from '@backstage/errors';
import type { FindingDetail } from '@backstage-itam/plugin-itam-common';
import { userRefOf } from '../../permissions/userRefOf';
import {
  mayImport,
  mayRecordUpdate,
  type WriteDeps,
} from '../../permissions/writeAccess';
import { readFindingHistory } from '../../stores/findings/findingHistory';
import {
  readVisibleFinding,
  type ListedFinding,
} from '../../stores/findings/listFindings';
import { readOwnershipRefs } from '../../stores/projection/readOwnershipRefs';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { findingScopeOf } from './findingScope';
import { renderFindings } from './renderFindings';

/** Ids are 32-bit on both engines. */
const GREATEST_ID = 2_147_483_647;
/** The newest states that are shown. */
const HISTORY_AT_MOST = 200;

/**
 * One finding with the states it had.
 *
 * Throws NotFoundError, the same for findings that do not exist and for those
 * the caller may not see.
 */
export async function readFinding(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
  id: number,
): Promise<FindingDetail> {
  const finding = await requireFinding(deps, context, id);
  const [rendered] = await renderFindings(deps, context, [finding]);
  if (!rendered) {
    throw noFinding(id);
  }
  const history = await readFindingHistory(deps.knex, id, HISTORY_AT_MOST);
  return {
    finding: rendered,
    canSettle: await maySettle(deps, context, finding),
    history: history.map(({ at, actor, state, reason, until }) => ({
      at,
      actor: actor ?? undefined,
      state:
        state === 'accepted' || state === 'resolved'
          ? state
          : ('open' as const),
      reason: reason ?? undefined,
      until: until ?? undefined,
    })),
  };
}

/** The finding; throws as {@link readFinding}. */
export async function requireFinding(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
  id: number,
): Promise<ListedFinding> {
  const finding =
    id > GREATEST_ID
      ? undefined
      : await readVisibleFinding(
          deps.knex,
          await findingScopeOf(deps, context),
          id,
        );
  if (!finding) {
    throw noFinding(id);
  }
  return finding;
}

/**
 * Whether the caller may set a finding aside: who may change its record; of a
 * service, whoever owns it, or who may deliver lists; of a discovery these.
 */
export async function maySettle(
  deps: WriteDeps,
  context: ReadContext,
  { recordId, serviceRef, subjectRef, ownerRef }: ListedFinding,
): Promise<boolean> {
  if (recordId !== null) {
    return await mayRecordUpdate(deps, context, subjectRef);
  }
  if (await mayImport(deps, context.credentials)) {
    return true;
  }
  return (
    serviceRef !== null &&
    ownerRef !== null &&
    (await isOwnedByCaller(deps, context, ownerRef))
  );
}

/** Whether the caller is the owner, or a direct member of the owning group. */
async function isOwnedByCaller(
  { knex }: Pick<WriteDeps, 'knex'>,
  { credentials }: ReadContext,
  ownerRef: string,
): Promise<boolean> {
  const userRef = userRefOf(credentials);
  return (
    userRef !== undefined &&
    (await readOwnershipRefs(knex, userRef)).includes(ownerRef)
  );
}

/** The same for findings there are not and those that may not be seen. */
export function noFinding(id: number): NotFoundError {
  return new NotFoundError(`No finding ${id}`);
}

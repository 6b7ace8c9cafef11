import type { Access } from '../../permissions/access';
import {
  changeRecords,
  type ChangeActor,
  type ChangeDeps,
} from './changeRecords';
import { reasonOf } from './reasonOf';
import {
  lockRegistered,
  metadataOf,
  refuseConflicts,
} from './registeredRecord';

/**
 * Takes a registered record that was retired back into the register, as if it
 * had never gone.
 *
 * Throws ItamValidationError (400) for a reason that is no line of text,
 * ConflictError (409) for a record that is declared or not retired, and
 * when another one has its tag or serial number by now, and
 * VersionMismatchError (412).
 *
 * @param checkVersion - Throws unless the change is based on this version
 */
export async function restoreRecord(
  deps: ChangeDeps,
  ref: string,
  reason: string,
  by: ChangeActor,
  access: Access,
  checkVersion: (version: number) => void,
): Promise<void> {
  const why = reasonOf(ref, reason);
  await changeRecords(deps, by, async change => {
    const stored = await lockRegistered(change, ref, checkVersion, {
      retired: true,
    });
    const record = { ...stored.record, removedOn: null };
    await refuseConflicts(change, record, { access, today: by.today });
    await change.write({
      record,
      metadata: metadataOf(stored),
      stored,
      action: 'restored',
      changes: [],
      reason: why,
      holder: { from: by.today },
    });
  });
}

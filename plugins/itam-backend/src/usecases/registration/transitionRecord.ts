import {
  transitionAsset,
  type TransitionInput,
} from '@backstage-itam/plugin-itam-common';
import type { StoredRecord } from '../../stores/records/storedRecord';
import {
  assetOf,
  refuseFurtherChanges,
  refuseStep,
  writeAsset,
} from './assetStep';
import {
  changeRecords,
  type ChangeActor,
  type ChangeDeps,
  type OpenChange,
} from './changeRecords';
import { reasonOf } from './reasonOf';
import { isCovered, lockRegistered } from './registeredRecord';
import type { Changer } from './updateRecord';

/**
 * Takes a registered asset one step through its life cycle, with its history
 * and costs, in one transaction.
 *
 * Throws ItamValidationError (400) with everything that is missing or wrong,
 * NotAllowedError (403) when the evidence changes more than the caller may,
 * TransitionRefusedError (409) when there is no such step, ConflictError (409)
 * for a record that is declared or retired, and VersionMismatchError (412).
 *
 * @param checkVersion - Throws unless the change is based on this version
 */
export async function transitionRecord(
  deps: ChangeDeps,
  ref: string,
  step: TransitionInput,
  by: ChangeActor,
  changer: Changer,
  checkVersion: (version: number) => void,
): Promise<void> {
  await changeRecords(deps, by, async change => {
    const stored = await lockRegistered(change, ref, checkVersion);
    await takeStep(change, stored, step, by, changer);
  });
}

/** Takes the step of a locked record. Throws as {@link transitionRecord}. */
export async function takeStep(
  change: OpenChange,
  stored: StoredRecord,
  step: TransitionInput,
  by: ChangeActor,
  changer: Changer,
): Promise<void> {
  const record = assetOf(stored, 'have a life cycle');
  const { to, date = by.today, changes } = step;
  const reason = reasonOf(record.ref, step.reason);
  refuseFurtherChanges(record, changes, changer);
  const answer = transitionAsset(
    record.spec,
    { to, reason, date, changes },
    {
      ref: record.ref,
      asOf: by.today,
      coveredByContract: await isCovered(change.trx, record.ref),
    },
  );
  if (!answer.ok) {
    refuseStep(record, to, answer.problems);
  }
  await writeAsset(
    change,
    stored,
    answer.spec,
    { action: 'transitioned', reason, date },
    by,
    changer,
  );
}

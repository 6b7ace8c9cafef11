import { markRemoved } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { appendHistory } from '../../stores/records/appendHistory';
import { datedStateToJson } from '../../stores/records/datedState';
import type { StoredRecord } from '../../stores/records/storedRecord';
import {
  changeRecords,
  type ChangeActor,
  type ChangeDeps,
} from './changeRecords';
import { reasonOf } from './reasonOf';
import { lockRegistered } from './registeredRecord';

/**
 * Retires a registered record: its past stays, its cost ends with the month.
 * Nothing is deleted; who holds it still does.
 *
 * Throws ItamValidationError (400) for a reason that is no line of text,
 * ConflictError (409) for a record that is declared or retired already,
 * and VersionMismatchError (412).
 *
 * @param checkVersion - Throws unless the change is based on this version
 */
export async function retireRegistered(
  deps: ChangeDeps,
  ref: string,
  reason: string | undefined,
  by: ChangeActor,
  checkVersion: (version: number) => void,
): Promise<void> {
  const why = reasonOf(ref, reason);
  await changeRecords(deps, by, async change => {
    const { trx } = change;
    const stored = await lockRegistered(change, ref, checkVersion);
    await retireStored(trx, stored, by, why);
    await change.touch(ref);
  });
}

/** Retires a stored record, with its history; its costs are left as they are. */
export async function retireStored(
  trx: Knex.Transaction,
  stored: StoredRecord,
  by: ChangeActor,
  reason: string | undefined,
): Promise<void> {
  const removed = markRemoved(stored.record, by.today);
  await trx('records')
    .where('id', stored.id)
    .update({
      dated_state: datedStateToJson(removed),
      removed_on: removed.removedOn,
      retired_at: by.at.toISOString(),
      updated_at: by.at.toISOString(),
      version: stored.version + 1,
    });
  await appendHistory(trx, {
    ref: stored.record.ref,
    at: by.at,
    actor: by.actor,
    action: 'retired',
    changes: [],
    revision: null,
    reason,
  });
}

import { ConflictError, InputError } from '@backstage/errors';
import {
  ItamValidationError,
  reclaimSeats,
  returnAsset,
  RETURN_STATUSES,
  type AssetReturn,
  type ReturnInput,
} from '@backstage-itam/plugin-itam-common';
import { readOpenHoldings } from '../../stores/holdings/readHoldings';
import { readSeatHolders } from '../../stores/records/seatHolders';
import type { StoredRecord } from '../../stores/records/storedRecord';
import { inputProblem, lineProblems } from '../records/inputProblems';
import { assetOf, refuseStep, writeAsset } from './assetStep';
import {
  changeRecords,
  type ChangeActor,
  type ChangeDeps,
  type OpenChange,
} from './changeRecords';
import { readHolder } from './handOutPieces';
import { isStockRecord, lockHeld } from './heldRecord';
import { isCovered } from './registeredRecord';
import { takePiecesBack } from './takePiecesBack';
import type { Changer } from './updateRecord';
import { writeSeats } from './writeSeats';

/**
 * Takes an asset, pieces of a stock or seats of a licence back, in one
 * transaction. What was held stays in the history.
 *
 * Throws ItamValidationError (400), InputError (400) for contracts,
 * ConflictError (409) for a record that is declared, and for what is not held,
 * TransitionRefusedError (409) for a status an asset cannot go to, and
 * VersionMismatchError (412).
 *
 * @param checkVersion - Throws unless the change is based on this version
 */
export async function returnAssignments(
  deps: ChangeDeps,
  ref: string,
  input: ReturnInput,
  by: ChangeActor,
  changer: Changer,
  checkVersion: (version: number) => void,
): Promise<void> {
  await changeRecords(deps, by, async change => {
    const stored = await lockHeld(change, ref, checkVersion);
    switch (stored.record.kind) {
      case 'Asset':
        await (isStockRecord(stored) || (await wasStock(change, stored))
          ? takePiecesBack(change, stored, input, by)
          : takeBack(change, stored, input, by, changer));
        break;
      case 'License':
        await reclaimSeatsOf(change, stored, input, by);
        break;
      default:
        throw new InputError(`${ref} is a contract; nobody holds it`);
    }
  });
}

/** It was a stock when its pieces were handed out. */
async function wasStock(
  change: OpenChange,
  stored: StoredRecord,
): Promise<boolean> {
  const { spec } = assetOf(stored, 'are taken back');
  const open = await readOpenHoldings(change.trx, stored.id);
  return spec.assignee === undefined && open.length > 0;
}

async function takeBack(
  change: OpenChange,
  stored: StoredRecord,
  input: ReturnInput,
  by: ChangeActor,
  changer: Changer,
): Promise<void> {
  const record = assetOf(stored, 'are taken back');
  const { ref, spec } = record;
  const { holders, ids, date = by.today, quantity = 1, note } = input;
  if (spec.assignee === undefined) {
    throw new ConflictError(`Nobody holds ${ref}`);
  }
  const to = RETURN_STATUSES.find(status => status === input.to);
  const problems = [
    ...(quantity === 1
      ? []
      : [inputProblem('quantity', 'single-piece', '1, or leave it out')]),
    ...(to !== undefined || input.to === undefined
      ? []
      : [inputProblem('to', 'status', RETURN_STATUSES.join(', '))]),
    ...lineProblems('note', note),
  ];
  const given: AssetReturn = { date, to, reason: note?.trim() };
  const answer = returnAsset(spec, given, {
    ref,
    asOf: by.today,
    coveredByContract: await isCovered(change.trx, ref),
  });
  if (!answer.ok) {
    refuseStep(record, to ?? 'in-stock', [...problems, ...answer.problems]);
  }
  if (problems.length > 0) {
    throw new ItamValidationError({ ref, problems });
  }
  const open = await readOpenHoldings(change.trx, stored.id);
  const others = (holders ?? []).filter(text => {
    const read = readHolder(text, 'holders', stored.namespace);
    return !('to' in read) || read.to !== spec.assignee;
  });
  const unknown = (ids ?? []).filter(id => !open.some(one => one.id === id));
  if (others.length > 0 || unknown.length > 0) {
    throw new ConflictError(`${ref} is held by somebody else`);
  }
  const since = open.find(one => one.to === spec.assignee)?.from;
  if (since !== undefined && date < since) {
    throw new ConflictError(`${ref} was handed out on ${since} only`);
  }
  await writeAsset(
    change,
    stored,
    answer.spec,
    { action: 'returned', date, reason: note?.trim() || undefined },
    by,
    changer,
  );
}

async function reclaimSeatsOf(
  change: OpenChange,
  stored: StoredRecord,
  input: ReturnInput,
  by: ChangeActor,
): Promise<void> {
  const { record } = stored;
  if (record.kind !== 'License') {
    throw new InputError(`${record.ref} has no seats`);
  }
  const { holders = [], ids = [], date = by.today, quantity, to } = input;
  const problems = [
    ...(holders.length + ids.length > 0
      ? []
      : [inputProblem('holders', 'missing', 'whose seats are taken back')]),
    ...(quantity === undefined || quantity === 1
      ? []
      : [inputProblem('quantity', 'single-seat', 'one seat of each holder')]),
    ...(to === undefined
      ? []
      : [inputProblem('to', 'no-status', 'nothing: seats have no status')]),
  ];
  const named = await readSeatHolders(change.trx, stored.id, ids);
  if (named.size < new Set(ids).size) {
    throw new ConflictError(`${record.ref} has no such seat any more`);
  }
  const answer = reclaimSeats(
    record.spec,
    [...new Set([...holders, ...named.values()])],
    date,
    { ref: record.ref },
  );
  if (!answer.ok || problems.length > 0) {
    throw new ItamValidationError({
      ref: record.ref,
      problems: [...problems, ...(answer.ok ? [] : answer.problems)],
    });
  }
  await writeSeats(change, stored, answer, by, {
    action: 'returned',
    reason: input.note?.trim() || undefined,
  });
}

import { ConflictError, InputError } from '@backstage/errors';
import {
  assignAsset,
  assignSeats,
  ItamValidationError,
  type AssignmentInput,
} from '@backstage-itam/plugin-itam-common';
import {
  answerOnce,
  type Answer,
  type RepeatableRequest,
} from '../../stores/idempotency/answerOnce';
import { pendingAnswer } from '../../stores/idempotency/pendingAnswer';
import {
  readLastHeldOn,
  readOpenHoldings,
} from '../../stores/holdings/readHoldings';
import { changeHolding } from '../../stores/holdings/writeHoldings';
import type { StoredRecord } from '../../stores/records/storedRecord';
import { inputProblem, lineProblems } from '../records/inputProblems';
import { assetOf, refuseStep, writeAsset } from './assetStep';
import {
  changeRecords,
  type ChangeActor,
  type ChangeDeps,
  type OpenChange,
} from './changeRecords';
import { handOutPieces } from './handOutPieces';
import { isStockRecord, lockHeld } from './heldRecord';
import { isCovered } from './registeredRecord';
import { writeSeats } from './writeSeats';
import type { Changer } from './updateRecord';

/**
 * Hands out an asset, pieces of a stock or seats of a licence, in one
 * transaction. Pieces of a declared stock may be handed out too: who has them
 * stands in no file.
 *
 * Answers with the ref of the record, to be rendered. Throws
 * ItamValidationError (400), InputError (400) for contracts, ConflictError
 * (409) for a record that is declared or retired and for more pieces than are
 * left, TransitionRefusedError (409) for an asset nobody can have in its
 * status, and VersionMismatchError (412).
 *
 * @param checkVersion - Throws unless the change is based on this version
 */
export async function assignRecord(
  deps: ChangeDeps,
  ref: string,
  input: AssignmentInput,
  by: ChangeActor,
  changer: Changer,
  checkVersion: (version: number) => void,
  repeatable: RepeatableRequest | undefined,
): Promise<Answer> {
  return await changeRecords(deps, by, change =>
    answerOnce(change.trx, repeatable, async () => {
      const stored = await lockHeld(change, ref, checkVersion);
      switch (stored.record.kind) {
        case 'Asset':
          await (isStockRecord(stored)
            ? handOutPieces(change, stored, input, by)
            : handOver(change, stored, input, by, changer));
          break;
        case 'License':
          await assignSeatsOf(change, stored, input, by);
          break;
        default:
          throw new InputError(`${ref} is a contract; nobody can hold it`);
      }
      return pendingAnswer(200, ref);
    }),
  );
}

async function handOver(
  change: OpenChange,
  stored: StoredRecord,
  input: AssignmentInput,
  by: ChangeActor,
  changer: Changer,
): Promise<void> {
  const record = assetOf(stored, 'are handed out');
  const { to, from: date = by.today, dueBack, quantity = 1, note } = input;
  const problems = [
    ...(to.length === 1
      ? []
      : [inputProblem('to', 'single-holder', 'one holder of an asset')]),
    ...(quantity === 1
      ? []
      : [inputProblem('quantity', 'single-piece', '1, or leave it out')]),
    ...lineProblems('note', note),
  ];
  const answer = assignAsset(
    record.spec,
    { to: to[0], date, dueBack, reason: note?.trim() },
    {
      ref: record.ref,
      asOf: by.today,
      coveredByContract: await isCovered(change.trx, record.ref),
    },
  );
  if (!answer.ok) {
    const status = dueBack === undefined ? 'in-use' : 'on-loan';
    refuseStep(record, status, [
      ...problems,
      ...answer.problems.map(one =>
        // The step asks for a reason; here it is the note.
        one.path === 'reason'
          ? inputProblem('note', one.rule, one.allowed)
          : one,
      ),
    ]);
  }
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: record.ref, problems });
  }
  const { holding } = answer;
  const before = await readOpenHoldings(change.trx, stored.id);
  const same = before.find(({ to: holder }) => holder === holding.to);
  const lastHeldOn = await readLastHeldOn(change.trx, stored.id);
  if (lastHeldOn !== null && lastHeldOn > date) {
    throw new ConflictError(
      `${record.ref} was with a holder on ${lastHeldOn}; hand it out from then on`,
    );
  }
  await writeAsset(
    change,
    stored,
    answer.spec,
    { action: 'assigned', date, dueBack, note: note?.trim() },
    by,
    changer,
  );
  if (same) {
    await changeHolding(change.trx, same.id, { dueBack, note: note?.trim() });
  }
}

async function assignSeatsOf(
  change: OpenChange,
  stored: StoredRecord,
  input: AssignmentInput,
  by: ChangeActor,
): Promise<void> {
  const { record } = stored;
  if (record.kind !== 'License') {
    throw new InputError(`${record.ref} has no seats`);
  }
  const { to, from = by.today, dueBack, quantity } = input;
  const problems = [
    ...(dueBack === undefined
      ? []
      : [inputProblem('dueBack', 'no-loan', 'nothing: seats are not lent')]),
    ...(quantity === undefined || quantity === 1
      ? []
      : [inputProblem('quantity', 'single-seat', 'one seat for each holder')]),
  ];
  const answer = assignSeats(record.spec, to, from, { ref: record.ref });
  if (!answer.ok || problems.length > 0) {
    throw new ItamValidationError({
      ref: record.ref,
      problems: [...problems, ...(answer.ok ? [] : answer.problems)],
    });
  }
  await writeSeats(change, stored, answer, by, {
    action: 'assigned',
    reason: input.note?.trim() || undefined,
  });
}

import {
  ItamValidationError,
  mergeDeclared,
  namedRecordText,
  type NewRecord,
  type RecordText,
} from '@backstage-itam/plugin-itam-common';
import type { Access } from '../../permissions/access';
import {
  answerOnce,
  type Answer,
  type RepeatableRequest,
} from '../../stores/idempotency/answerOnce';
import { pendingAnswer } from '../../stores/idempotency/pendingAnswer';
import {
  changeRecords,
  type ChangeActor,
  type ChangeDeps,
  type OpenChange,
} from './changeRecords';
import { takeFreeName, takeName } from './freeName';
import { jsonObjectOf } from './jsonObjectOf';
import { checkedRecord, type CheckedRecord } from './recordEntity';
import { missingEvidenceOf, refuseConflicts } from './registeredRecord';

/**
 * Registers a record: the record, its history and its costs with every roll-up
 * of them, in one transaction. A record without a name gets one.
 *
 * Answers with the ref of the record, to be rendered. Throws
 * ItamValidationError (400) with all problems, RecordHeldError (409) for a name
 * that is taken, DuplicateIdentifierError and PartOfCycleError (409).
 *
 * @param access - What the caller may read, for what errors may name
 */
export async function createRecord(
  deps: ChangeDeps,
  input: NewRecord,
  by: ChangeActor,
  access: Access,
  repeatable: RepeatableRequest | undefined,
): Promise<Answer> {
  // Everything that can be said without other records is said at once.
  const text = checkedText(input);
  return await changeRecords(deps, by, change =>
    answerOnce(change.trx, repeatable, async () =>
      pendingAnswer(201, await registerRecord(change, input, text, by, access)),
    ),
  );
}

/**
 * A record to be registered, with a name to start from.
 *
 * Throws ItamValidationError (400) with all problems.
 */
export function checkedText(input: NewRecord): RecordText {
  const { text, problems } = namedRecordText({
    ...input,
    spec: jsonObjectOf(input.spec),
  });
  checkedRecord(text, problems);
  return text;
}

/**
 * Registers a record as part of a change; returns its ref. Throws as
 * {@link createRecord}.
 */
export async function registerRecord(
  change: OpenChange,
  input: NewRecord,
  text: RecordText,
  by: ChangeActor,
  access: Access,
): Promise<string> {
  const { parsed, metadata } = await takenRecord(change, input, text);
  const { ref } = parsed;
  const record = mergeDeclared(
    undefined,
    ref,
    parsed.kind,
    parsed.spec,
    by.today,
  );
  const missing = await missingEvidenceOf(change.trx, record);
  if (missing.length > 0) {
    throw new ItamValidationError({ ref, problems: missing });
  }
  await refuseConflicts(change, record, { access, today: by.today });
  await change.write({
    record,
    metadata,
    stored: undefined,
    action: 'registered',
    changes: [],
    holder: { from: by.today },
  });
  return ref;
}

/** The record under the name it has from now on. */
async function takenRecord(
  change: OpenChange,
  input: NewRecord,
  text: RecordText,
): Promise<CheckedRecord> {
  const wanted = {
    kind: text.kind,
    namespace: text.namespace ?? 'default',
    name: text.name,
  };
  const name =
    input.name === undefined
      ? await takeFreeName(change, wanted)
      : await takeName(change, wanted);
  return checkedRecord({ ...text, name });
}

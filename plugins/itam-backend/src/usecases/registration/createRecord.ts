import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  ItamValidationError,
  mergeDeclared,
  recordNameFrom,
  type ItamKind,
  type NewRecord,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import type { Access } from '../../permissions/access';
import {
  answerOnce,
  type Answer,
  type RepeatableRequest,
} from '../../stores/idempotency/answerOnce';
import { pendingAnswer } from '../../stores/idempotency/pendingAnswer';
import { inputProblem } from '../records/inputProblems';
import {
  changeRecords,
  type ChangeActor,
  type ChangeDeps,
  type OpenChange,
} from './changeRecords';
import { takeFreeName, takeName } from './freeName';
import { jsonObjectOf } from './jsonObjectOf';
import {
  checkedRecord,
  type CheckedRecord,
  type RecordText,
} from './recordEntity';
import { missingEvidenceOf, refuseConflicts } from './registeredRecord';

/** Stands in for a name that cannot be made, while the rest is checked. */
const UNNAMED = 'unnamed';

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
  const { text, problems } = namedText(input);
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

function namedText(input: NewRecord): {
  text: RecordText;
  problems: ValidationProblem[];
} {
  const { kind, namespace, title, description } = input;
  const spec = jsonObjectOf(input.spec);
  const text = { kind, namespace, title, description, spec };
  if (input.name !== undefined) {
    return { text: { ...text, name: input.name }, problems: [] };
  }
  try {
    return {
      text: { ...text, name: nameFor(kind, title, spec) },
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof InputError)) {
      throw error;
    }
    return {
      text: { ...text, name: UNNAMED },
      problems: [
        inputProblem(
          'name',
          'name-missing',
          'a name, or a title, tag, number or product to make it from',
        ),
      ],
    };
  }
}

function nameFor(
  kind: ItamKind,
  title: string | undefined,
  spec: JsonObject,
): string {
  return recordNameFrom({
    kind,
    title,
    tag: textOf(spec.tag),
    number: textOf(spec.number),
    product: textOf(spec.product),
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

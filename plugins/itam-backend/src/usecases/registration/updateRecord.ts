import { NotAllowedError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  canTransition,
  defaultStatus,
  ItamValidationError,
  TransitionRefusedError,
  allowedTransitions,
  type AssetSpec,
  type CostRecord,
  type RecordInput,
} from '@backstage-itam/plugin-itam-common';
import type { Access } from '../../permissions/access';
import { refusalOf, type RecordRight } from '../../permissions/writeAccess';
import { datedStateToJson } from '../../stores/records/datedState';
import type { StoredRecord } from '../../stores/records/storedRecord';
import { dayProblems } from '../records/inputProblems';
import { changesOf } from './changesOf';
import {
  changeRecords,
  type ChangeActor,
  type ChangeDeps,
  type OpenChange,
} from './changeRecords';
import { jsonObjectOf } from './jsonObjectOf';
import { mergeRegistered } from './mergeRegistered';
import { checkedRecord } from './recordEntity';
import {
  lockRegistered,
  missingEvidenceOf,
  refuseConflicts,
} from './registeredRecord';

/** What the caller of a change may see and do. */
export interface Changer {
  access: Access;
  rights: ReadonlySet<RecordRight>;
  /** Whether they may see the record's money. */
  costVisible: boolean;
}

/**
 * Changes a registered record as a whole, with its history and costs, in one
 * transaction. A changed owner, cost centre, share or cover counts from
 * `effectiveFrom` on, today when absent. The same record again changes nothing.
 *
 * Money stays as it is for those who may not see it. Throws
 * ItamValidationError (400), NotAllowedError (403) for money or a life-cycle
 * step the caller may not change, ConflictError (409) for a record that is
 * declared or retired, and for identifiers that are taken,
 * TransitionRefusedError (409) for a step there is none of, and
 * VersionMismatchError (412).
 *
 * @param checkVersion - Throws unless the change is based on this version
 */
export async function updateRecord(
  deps: ChangeDeps,
  ref: string,
  input: RecordInput,
  by: ChangeActor,
  changer: Changer,
  checkVersion: (version: number) => void,
): Promise<void> {
  await changeRecords(deps, by, async change => {
    await changeRegistered(change, ref, input, by, changer, checkVersion);
  });
}

/**
 * Changes a registered record as part of a change; false when it is so
 * already. Throws as {@link updateRecord}.
 */
export async function changeRegistered(
  change: OpenChange,
  ref: string,
  input: RecordInput,
  by: ChangeActor,
  changer: Changer,
  checkVersion: (version: number) => void,
): Promise<boolean> {
  const { title, description, effectiveFrom = by.today } = input;
  const spec = jsonObjectOf(input.spec);
  if (!changer.costVisible && spec.financials !== undefined) {
    throw new NotAllowedError(`You may not change the money of ${ref}`);
  }
  const stored = await lockRegistered(change, ref, checkVersion);
  const { parsed, metadata } = checkedRecord(
    {
      kind: stored.record.kind,
      namespace: stored.namespace,
      name: stored.name,
      title,
      description,
      spec: changer.costVisible ? spec : withStoredMoney(spec, stored),
    },
    dayProblems('effectiveFrom', effectiveFrom),
  );
  const record = mergeRegistered(stored.record, parsed, effectiveFrom);
  refuseUnknownSteps(stored.record, record, changer.rights);
  const missing = await missingEvidenceOf(change.trx, record);
  if (missing.length > 0) {
    throw new ItamValidationError({ ref, problems: missing });
  }
  const changes = changesOf(stored, record, metadata);
  if (
    changes.length === 0 &&
    datedStateToJson(record) === datedStateToJson(stored.record)
  ) {
    return false;
  }
  await refuseConflicts(change, record, {
    access: changer.access,
    today: by.today,
  });
  await change.write({
    record,
    metadata,
    stored,
    action: 'changed',
    changes,
    holder: {
      // Nobody holds it before it was handed over.
      from: effectiveFrom < by.today ? effectiveFrom : by.today,
    },
  });
  return true;
}

function withStoredMoney(spec: JsonObject, stored: StoredRecord): JsonObject {
  const { financials } = stored.record.spec;
  return financials === undefined
    ? spec
    : { ...spec, ...jsonObjectOf({ financials }) };
}

/**
 * A change of stage or status is a step, with its own permission.
 *
 * Throws NotAllowedError (403) without it and TransitionRefusedError (409) for
 * a step there is none of.
 */
export function refuseUnknownSteps(
  before: CostRecord,
  after: CostRecord,
  rights: ReadonlySet<RecordRight>,
): void {
  if (before.kind !== 'Asset' || after.kind !== 'Asset') {
    return;
  }
  const from = statusOf(before.spec);
  const to = statusOf(after.spec);
  if (from === to) {
    return;
  }
  if (!rights.has('transition')) {
    throw refusalOf(before.ref, 'transition');
  }
  const verdict = canTransition({ from, to });
  if (verdict !== 'allowed') {
    throw new TransitionRefusedError({
      ref: before.ref,
      from,
      to,
      why: verdict,
      allowed: allowedTransitions(before.spec.stage, from).map(one => one.to),
    });
  }
}

function statusOf(spec: AssetSpec): string {
  return spec.status ?? defaultStatus(spec.stage);
}

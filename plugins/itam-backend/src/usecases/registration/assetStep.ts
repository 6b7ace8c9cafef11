import { InputError, NotAllowedError } from '@backstage/errors';
import {
  allowedTransitions,
  defaultStatus,
  ItamValidationError,
  TransitionRefusedError,
  type AssetSpec,
  type CostRecord,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import { refusalOf } from '../../permissions/writeAccess';
import type { HistoryEntry } from '../../stores/records/appendHistory';
import type { StoredRecord } from '../../stores/records/storedRecord';
import { changesOf } from './changesOf';
import type { ChangeActor, OpenChange } from './changeRecords';
import { jsonObjectOf } from './jsonObjectOf';
import { mergeRegistered } from './mergeRegistered';
import { checkedRecord } from './recordEntity';
import { metadataOf, refuseConflicts } from './registeredRecord';
import type { Changer } from './updateRecord';

/** The record of an asset. */
export type AssetRecord = Extract<CostRecord, { kind: 'Asset' }>;

/** What steps change without being allowed to change the record otherwise. */
const FIELDS_OF_STEPS: readonly string[] = [
  'assignee',
  'disposal',
  'documents',
  'location',
];

/**
 * The asset of a stored record.
 *
 * Throws InputError (400) for licences and contracts.
 */
export function assetOf(stored: StoredRecord, what: string): AssetRecord {
  const { record } = stored;
  if (record.kind !== 'Asset') {
    throw new InputError(`${record.ref} is no asset; only assets ${what}`);
  }
  return record;
}

/**
 * Throws NotAllowedError (403) when evidence changes more than the caller may:
 * money they cannot see, or, for those who may only take steps, fields that
 * have a value already.
 */
export function refuseFurtherChanges(
  record: AssetRecord,
  changes: object | undefined,
  { rights, costVisible }: Pick<Changer, 'rights' | 'costVisible'>,
): void {
  const fields = Object.keys(changes ?? {});
  if (fields.includes('financials') && !costVisible) {
    throw new NotAllowedError(`You may not change the money of ${record.ref}`);
  }
  if (rights.has('update')) {
    return;
  }
  const set = fields.some(
    field =>
      !FIELDS_OF_STEPS.includes(field) &&
      Reflect.get(record.spec, field) !== undefined,
  );
  if (set) {
    throw refusalOf(record.ref, 'update');
  }
}

/**
 * Throws what a refused step is answered with: TransitionRefusedError (409)
 * when the life cycle has no such step, else ItamValidationError (400) with all
 * problems.
 */
export function refuseStep(
  record: AssetRecord,
  to: string,
  problems: readonly ValidationProblem[],
): never {
  const { ref, spec } = record;
  const from = spec.status ?? defaultStatus(spec.stage);
  if (
    problems.some(({ path, rule }) => path === 'to' && rule === 'not-allowed')
  ) {
    throw new TransitionRefusedError({
      ref,
      from,
      to,
      why: 'not-allowed',
      allowed: allowedTransitions(spec.stage, from).map(one => one.to),
    });
  }
  throw new ItamValidationError({ ref, problems });
}

/**
 * Writes an asset after a step, a hand-out or a return.
 *
 * Throws DuplicateIdentifierError and PartOfCycleError (409).
 */
export async function writeAsset(
  change: OpenChange,
  stored: StoredRecord,
  spec: AssetSpec,
  facts: {
    action: HistoryEntry['action'];
    reason?: string;
    /** Day of the change, ISO calendar date. */
    date: string;
    dueBack?: string;
    note?: string;
  },
  by: ChangeActor,
  changer: Pick<Changer, 'access'>,
): Promise<number> {
  const { action, reason, date, dueBack, note } = facts;
  const metadata = metadataOf(stored);
  const { parsed } = checkedRecord({
    kind: 'Asset',
    namespace: stored.namespace,
    name: stored.name,
    spec: jsonObjectOf(spec),
  });
  const record = mergeRegistered(stored.record, parsed, date);
  await refuseConflicts(change, record, {
    access: changer.access,
    today: by.today,
  });
  return await change.write({
    record,
    metadata,
    stored,
    action,
    changes: changesOf(stored, record, metadata),
    reason,
    holder: { from: date, dueBack, note },
  });
}

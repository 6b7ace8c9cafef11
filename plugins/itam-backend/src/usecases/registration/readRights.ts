import {
  nextSteps,
  type RecordDetail,
  type RecordRights,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  loadRecordRights,
  type WriteContext,
  type WriteDeps,
} from '../../permissions/writeAccess';
import { isStock } from '../../stores/holdings/followAssignee';
import { countPiecesOut } from '../../stores/holdings/readHoldings';
import type { StoredRecord } from '../../stores/records/storedRecord';
import { isCovered } from './registeredRecord';

const NOTHING: RecordRights = {
  update: false,
  delete: false,
  transition: false,
  assign: false,
};

/**
 * What the caller may do with a record they can read. A declared one is changed
 * in its file; only pieces of a declared stock are handed out here. Of a
 * retired one `delete` means that it may be restored.
 *
 * Throws ServiceUnavailableError when permissions cannot be decided.
 */
export async function readRights(
  deps: WriteDeps,
  context: WriteContext,
  { record, origin, retiredAt }: StoredRecord,
): Promise<RecordRights> {
  const isAsset = record.kind === 'Asset';
  const isStocked = isAsset && isStock(record.spec);
  const declared = origin === 'declared';
  if (declared && (!isStocked || retiredAt !== null)) {
    return NOTHING;
  }
  const { ref } = record;
  const rights = (await loadRecordRights(deps, context, [ref])).get(ref);
  const may = (right: 'update' | 'delete' | 'transition') =>
    rights?.has(right) === true;
  if (declared) {
    return { ...NOTHING, assign: may('update') };
  }
  if (retiredAt !== null) {
    return { ...NOTHING, delete: may('delete') };
  }
  return {
    update: may('update'),
    delete: may('delete'),
    transition: isAsset && may('transition'),
    assign: record.kind !== 'Contract' && may('update'),
  };
}

/**
 * The steps a registered asset may take now, with the evidence each lacks;
 * undefined for all else.
 *
 * @param today - ISO calendar date
 */
export async function readNextSteps(
  knex: Knex,
  { record, origin, retiredAt }: StoredRecord,
  today: string,
): Promise<RecordDetail['nextSteps']> {
  if (record.kind !== 'Asset' || origin === 'declared' || retiredAt !== null) {
    return undefined;
  }
  const steps = nextSteps(record.spec, {
    ref: record.ref,
    asOf: today,
    coveredByContract: await isCovered(knex, record.ref),
  });
  return steps.map(({ to, toStage, kind, reasonRequired, missing }) => ({
    to,
    stage: toStage,
    kind,
    reasonRequired,
    missing: missing.map(({ path, allowed }) => ({ path, allowed })),
  }));
}

/** How many pieces of a stock there are; undefined for single assets. */
export async function readStock(
  knex: Knex,
  { id, record }: StoredRecord,
): Promise<RecordDetail['stock']> {
  if (record.kind !== 'Asset' || !isStock(record.spec)) {
    return undefined;
  }
  const quantity = record.spec.quantity ?? 0;
  const assigned = await countPiecesOut(knex, id);
  return { quantity, assigned, available: Math.max(0, quantity - assigned) };
}

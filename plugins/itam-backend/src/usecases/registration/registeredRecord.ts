import { ConflictError } from '@backstage/errors';
import {
  DuplicateIdentifierError,
  PartOfCycleError,
  RecordNotFoundError,
  requirementsFor,
  type CostRecord,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { Access } from '../../permissions/access';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import type { RecordMetadata } from '../../stores/records/recordColumns';
import {
  findPartOfCycle,
  findTakenIdentifier,
} from '../../stores/records/recordConflicts';
import {
  readStoredRecords,
  type StoredRecord,
} from '../../stores/records/storedRecord';
import { identifierKeys, refKey } from '../declarations/registerChecks';
import type { OpenChange } from './changeRecords';

/**
 * The record to be changed, which stays still until the change is done.
 *
 * Throws RecordNotFoundError when there is none.
 */
export async function lockStored(
  change: OpenChange,
  ref: string,
): Promise<StoredRecord> {
  await change.lock([refKey(ref)]);
  const stored = (await readStoredRecords(change.trx, [ref])).get(ref);
  if (!stored) {
    throw new RecordNotFoundError({ ref });
  }
  return stored;
}

/**
 * The registered record to be changed, which stays still until the change is
 * done.
 *
 * Throws RecordNotFoundError (404) when there is none, and ConflictError (409)
 * when a catalog file declares it, or it is retired.
 *
 * @param checkVersion - Throws unless the change is based on this version
 */
export async function lockRegistered(
  change: OpenChange,
  ref: string,
  checkVersion: (version: number) => void,
  options: { retired?: boolean } = {},
): Promise<StoredRecord> {
  const stored = await lockStored(change, ref);
  refuseDeclared(stored);
  checkVersion(stored.version);
  const { retired = false } = options;
  if (!retired) {
    refuseRetired(stored);
  } else if (stored.retiredAt === null) {
    throw new ConflictError(`${ref} is not retired`);
  }
  return stored;
}

/** Throws ConflictError (409) for a record that a catalog file declares. */
export function refuseDeclared(
  stored: Pick<StoredRecord, 'origin' | 'record' | 'sourceLocation'>,
): void {
  if (stored.origin === 'declared') {
    throw new ConflictError(
      `${stored.record.ref} is declared in ${fileOf(
        stored.sourceLocation,
      )}; change it there`,
    );
  }
}

/** Throws ConflictError (409) for a record that is retired. */
export function refuseRetired(
  stored: Pick<StoredRecord, 'retiredAt' | 'record'>,
): void {
  if (stored.retiredAt !== null) {
    throw new ConflictError(
      `${stored.record.ref} is retired; restore it before it is changed`,
    );
  }
}

/** Only locations people can open say something to them. */
function fileOf(location: string | null): string {
  const url = location?.replace(/^url:/, '');
  return url !== undefined && /^https?:\/\//i.test(url)
    ? url
    : 'a catalog file';
}

/** What names and describes a stored record. */
export function metadataOf(stored: StoredRecord): RecordMetadata {
  const { namespace, name, title, description, sourceLocation } = stored;
  return {
    namespace,
    name,
    title: title === name ? null : title,
    description,
    sourceLocation,
  };
}

/**
 * Makes the identifiers of a record stay still and checks them against all
 * other records.
 *
 * Throws DuplicateIdentifierError and PartOfCycleError (409), which name only
 * records the caller may read.
 */
export async function refuseConflicts(
  change: OpenChange,
  record: CostRecord,
  who: { access: Access; today: string },
): Promise<void> {
  const { trx } = change;
  await change.lock(identifierKeys(record));
  const taken = await findTakenIdentifier(trx, record);
  if (taken) {
    const { field, holder } = taken;
    const known = await readable(trx, [holder], who);
    throw new DuplicateIdentifierError({
      ref: record.ref,
      field,
      ...(known.has(holder) ? { otherRef: holder } : {}),
    });
  }
  const cycle = await findPartOfCycle(trx, record);
  if (cycle) {
    const known = await readable(trx, cycle, who);
    throw new PartOfCycleError({
      cycle: cycle.filter(ref => ref === record.ref || known.has(ref)),
    });
  }
}

async function readable(
  trx: Knex.Transaction,
  refs: string[],
  { access, today }: { access: Access; today: string },
): Promise<Map<string, unknown>> {
  return await readReadableRecords(trx, refs, access, today);
}

/** Whether a living contract covers a record now. */
export async function isCovered(knex: Knex, ref: string): Promise<boolean> {
  const row: unknown = await knex('covers')
    .join('records', 'records.id', 'covers.record_id')
    .where('covers.target_ref', ref)
    .whereNull('records.retired_at')
    .first('records.id');
  return row !== undefined;
}

/** The evidence an asset lacks for the stage it is in. */
export async function missingEvidenceOf(
  knex: Knex,
  record: CostRecord,
): Promise<ValidationProblem[]> {
  if (record.kind !== 'Asset') {
    return [];
  }
  return requirementsFor(record.spec.stage, record.spec, {
    coveredByContract: await isCovered(knex, record.ref),
  });
}

import { NotFoundError } from '@backstage/errors';
import type { RecordRow } from '../../stores/queries/recordRow';
import { readReadableRecords } from '../../stores/queries/readableRecords';
import {
  readStoredRecords,
  type StoredRecord,
} from '../../stores/records/storedRecord';
import type { ReadContext, ReadDeps } from './readContext';
import { recordsWithVisibleCost } from './visibleCosts';

/** A record the caller may read. */
export interface RequiredRecord {
  row: RecordRow;
  stored: StoredRecord;
  /** Whether the caller may see its money. */
  costVisible: boolean;
}

/**
 * The record with this ref.
 *
 * Throws NotFoundError, the same for records that do not exist and for those
 * the caller may not read.
 */
export async function requireRecord(
  deps: Pick<ReadDeps, 'knex'>,
  context: ReadContext,
  ref: string,
): Promise<RequiredRecord> {
  const { knex } = deps;
  const { access, today } = context;
  const row = (await readReadableRecords(knex, [ref], access, today)).get(ref);
  const stored = row && (await readStoredRecords(knex, [ref])).get(ref);
  if (!row || !stored) {
    throw new NotFoundError(`No record ${ref}`);
  }
  const priced = await recordsWithVisibleCost(knex, context, [ref]);
  return { row, stored, costVisible: priced.has(ref) };
}

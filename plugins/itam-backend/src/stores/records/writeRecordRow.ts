import {
  plainDateOf,
  type CostRecord,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import { followAssignee, type HolderChange } from '../holdings/followAssignee';
import { replaceMentions } from './recordMentions';
import { recordColumns, type RecordMetadata } from './recordColumns';
import type { StoredRecord } from './storedRecord';
import { writeCovers } from './writeCovers';

const ROWS_PER_STATEMENT = 100;

/** A record as it is to be stored. */
export interface RecordToWrite {
  record: CostRecord;
  metadata: RecordMetadata;
  /** What is stored of it; undefined for a new one. */
  stored: StoredRecord | undefined;
  /** Since when and by whom it is held, should the holder be another one. */
  holder: HolderChange;
  asOf: Date;
}

/**
 * Writes a record with what it covers, its seats and who holds it, as a new
 * version. Returns its id.
 */
export async function writeRecordRow(
  trx: Knex.Transaction,
  origin: {
    origin: 'declared' | 'registered';
    revision: string | null;
    retired_at: string | null;
  },
  { record, metadata, stored, holder, asOf }: RecordToWrite,
): Promise<number> {
  const at = asOf.toISOString();
  const date = plainDateOf(asOf);
  const columns = {
    ...recordColumns(record, metadata, date),
    ...origin,
    version: (stored?.version ?? 0) + 1,
    updated_at: at,
  };
  const id = stored?.id ?? (await insertRecord(trx, columns, at));
  if (stored) {
    await trx('records').where('id', id).update(columns);
  }
  await replaceMentions(trx, [{ id, record }]);
  if (record.kind === 'Contract') {
    await writeCovers(trx, id, record, date);
  }
  if (record.kind === 'License') {
    await writeAssignments(trx, id, record.spec.assignments ?? []);
  }
  if (record.kind === 'Asset') {
    await followAssignee(trx, { id, spec: record.spec }, holder);
  }
  return id;
}

async function insertRecord(
  trx: Knex.Transaction,
  columns: Record<string, string | number | boolean | null>,
  createdAt: string,
): Promise<number> {
  const [row]: { id: unknown }[] = await trx('records')
    .insert({ ...columns, created_at: createdAt })
    .returning('id');
  return integerFromRow(row.id);
}

async function writeAssignments(
  trx: Knex.Transaction,
  recordId: number,
  assignments: readonly { to: string; from?: string; until?: string }[],
): Promise<void> {
  await trx('assignments').where('record_id', recordId).delete();
  const rows = assignments.map(assignment => ({
    record_id: recordId,
    to_ref: assignment.to,
    from_date: assignment.from ?? null,
    until_date: assignment.until ?? null,
  }));
  for (const batch of batchesOf(rows, ROWS_PER_STATEMENT)) {
    await trx('assignments').insert(batch);
  }
}

import {
  plainDateOf,
  type CostRecord,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import { valueOn } from './inForce';
import { mentionsOf } from './loadCostContext';
import { recordColumns, type RecordMetadata } from './recordColumns';
import type { StoredRecord } from './storedRecord';

const ROWS_PER_STATEMENT = 100;

/**
 * Writes a declared record with what it covers and whom it is assigned to;
 * one that was retired lives again. Returns its id.
 */
export async function writeDeclaredRecord(
  trx: Knex.Transaction,
  options: {
    record: CostRecord;
    metadata: RecordMetadata;
    revision: string;
    /** What is stored of it; undefined for a new one. */
    stored: StoredRecord | undefined;
    asOf: Date;
  },
): Promise<number> {
  const { record, metadata, revision, stored, asOf } = options;
  const at = asOf.toISOString();
  const date = plainDateOf(asOf);
  const columns = {
    ...recordColumns(record, metadata, date),
    origin: 'declared',
    revision,
    version: (stored?.version ?? 0) + 1,
    updated_at: at,
    retired_at: null,
  };
  const id = stored?.id ?? (await insertRecord(trx, columns, at));
  if (stored) {
    await trx('records').where('id', id).update(columns);
  }
  await writeMentions(trx, id, record);
  if (record.kind === 'Contract') {
    await writeCovers(trx, id, record, date);
  }
  if (record.kind === 'License') {
    await writeAssignments(trx, id, record.spec.assignments ?? []);
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

/**
 * Writes what a contract covers on an ISO calendar date, in place of what is
 * stored.
 */
export async function writeCovers(
  trx: Knex.Transaction,
  recordId: number,
  record: CostRecord,
  date: string,
): Promise<void> {
  await trx('covers').where('record_id', recordId).delete();
  const weights = new Map<string, number>();
  for (const { ref, weight } of valueOn(record.covers, date) ?? []) {
    weights.set(ref, (weights.get(ref) ?? 0) + weight);
  }
  const rows = [...weights].map(([ref, weight]) => ({
    record_id: recordId,
    target_ref: ref,
    weight,
  }));
  for (const batch of batchesOf(rows, ROWS_PER_STATEMENT)) {
    await trx('covers').insert(batch);
  }
}

async function writeMentions(
  trx: Knex.Transaction,
  recordId: number,
  record: CostRecord,
): Promise<void> {
  await trx('record_mentions').where('record_id', recordId).delete();
  const rows = mentionsOf(record).map(ref => ({
    record_id: recordId,
    target_ref: ref,
  }));
  for (const batch of batchesOf(rows, ROWS_PER_STATEMENT)) {
    await trx('record_mentions').insert(batch);
  }
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

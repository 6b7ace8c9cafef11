import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { noteWrittenRows } from '../../stores/imports/importRows';
import { datedStateToJson } from '../../stores/records/datedState';
import type { StoredRecord } from '../../stores/records/storedRecord';
import type { ChangeActor } from '../registration/changeRecords';
import { writeManyRegistered } from '../registration/writeManyRegistered';
import type { AssessedRow } from './assessRows';

/** Why records were changed, as their history says. */
export function reasonOfImport(importId: string): string {
  return `Import ${importId}`;
}

/**
 * Writes rows that were assessed in the same transaction, which no other
 * change of records overlaps: records, their history, and all costs that
 * depend on them.
 *
 * Throws UncomputableRecords when the costs of a record cannot be computed.
 */
export async function writeRows(
  trx: Knex.Transaction,
  config: Pick<RegisterConfig, 'depreciation'>,
  importId: string,
  rows: readonly AssessedRow[],
  by: ChangeActor,
): Promise<void> {
  const writes = rows.flatMap(({ row, changes, write }) =>
    write ? [{ rowNo: row.rowNo, changes, ...write }] : [],
  );
  if (writes.length === 0) {
    return;
  }
  await writeManyRegistered(trx, config, writes, by, reasonOfImport(importId));
  await noteWrittenRows(
    trx,
    importId,
    writes.map(({ rowNo, record, stored }) => ({
      rowNo,
      ref: record.ref,
      result: isNew(stored) ? 'created' : 'updated',
      writtenVersion: (stored?.version ?? 0) + 1,
      before: stored ? beforeOf(stored) : null,
    })),
  );
}

function isNew(stored: StoredRecord | undefined): boolean {
  return stored === undefined || stored.retiredAt !== null;
}

/** What a record was, to take a change back. */
function beforeOf(stored: StoredRecord): string {
  const { title, description, record } = stored;
  return JSON.stringify({
    title,
    description,
    spec: record.spec,
    datedState: datedStateToJson(record),
  });
}

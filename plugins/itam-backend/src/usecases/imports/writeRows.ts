import { setImmediate } from 'node:timers/promises';
import { costAffects } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { noteWrittenRows } from '../../stores/imports/importRows';
import {
  appendHistoryEntries,
  type HistoryEntry,
} from '../../stores/records/appendHistory';
import { datedStateToJson } from '../../stores/records/datedState';
import { recordsAffectedBy } from '../../stores/records/dependents';
import { insertRecordRows } from '../../stores/records/insertRecordRows';
import type { StoredRecord } from '../../stores/records/storedRecord';
import { writeRegisteredRecord } from '../../stores/records/writeRegisteredRecord';
import { recomputeAffected } from '../costs/recomputeAffected';
import {
  UncomputableRecords,
  type ChangeActor,
} from '../registration/changeRecords';
import type { AssessedRow, RowWrite } from './assessRows';

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
  const refs = writes.map(({ record }) => record.ref);
  const affected = await recordsAffectedBy(trx, [
    ...new Set([
      ...refs,
      ...writes.flatMap(({ record }) => [...costAffects(record)]),
    ]),
  ]);
  const created = writes.filter(({ stored }) => stored === undefined);
  await insertRecordRows(trx, created, by);
  for (const write of writes) {
    if (write.stored) {
      await writeRegisteredRecord(trx, {
        ...write,
        holder: { from: by.today, by: by.actor, at: by.at },
        asOf: by.at,
      });
    }
  }
  await setImmediate();
  const reason = reasonOfImport(importId);
  await appendHistoryEntries(
    trx,
    writes.map(write => ({
      ref: write.record.ref,
      at: by.at,
      actor: by.actor,
      action: actionOf(write),
      changes: write.changes,
      revision: null,
      reason,
    })),
  );
  const uncomputable = await recomputeAffected(
    trx,
    config,
    affected,
    by.at,
    new Set(created.map(({ record }) => record.ref)),
  );
  const refused = refs.filter(ref => uncomputable.includes(ref));
  if (refused.length > 0) {
    throw new UncomputableRecords(refused);
  }
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

function actionOf({ stored }: RowWrite): HistoryEntry['action'] {
  if (!stored) {
    return 'registered';
  }
  return stored.retiredAt === null ? 'changed' : 'restored';
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

import {
  costAffects,
  type CostRecord,
  type ImportProblem,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { withExclusiveLock } from '../../database/locks';
import { rightsUnderMandate, type Mandate } from '../../permissions/mandate';
import {
  writeUnderLease,
  type ImportLease,
} from '../../stores/imports/importLease';
import {
  noteUndoneRows,
  readBefore,
  readImportRows,
  type StoredImportRow,
} from '../../stores/imports/importRows';
import { appendHistory } from '../../stores/records/appendHistory';
import { costRecordFromRow } from '../../stores/records/costRecordFromRow';
import { recordsAffectedBy } from '../../stores/records/dependents';
import type { RecordMetadata } from '../../stores/records/recordColumns';
import {
  readStoredRecords,
  type StoredRecord,
} from '../../stores/records/storedRecord';
import { writeRegisteredRecord } from '../../stores/records/writeRegisteredRecord';
import { recomputeAffected } from '../costs/recomputeAffected';
import { inputProblem } from '../records/inputProblems';
import type { ChangeActor } from '../registration/changeRecords';
import { changesOf } from '../registration/changesOf';
import { retireStored } from '../registration/retireRegistered';
import { reasonOfImport } from './writeRows';

const ROWS_AT_A_TIME = 100;

/** What taking an import back works with. */
export interface TakingBack {
  importId: string;
  rowCount: number;
  /** Rows done already, counted from the last one. */
  rowsDone: number;
  config: Pick<RegisterConfig, 'depreciation'>;
  lease: ImportLease;
  by: ChangeActor;
  signal: AbortSignal;
  /** Who undoes it; the register itself when absent. */
  mandate?: Mandate;
}

/**
 * Takes back what an import did, the last row first: what it created is
 * retired, what it changed is as it was. Records that somebody changed since
 * are kept, and their rows say so. Goes on where an interrupted one was; true
 * once nothing is left to take back.
 *
 * Throws LeaseLost when another process has taken the work.
 */
export async function takeBack(
  database: Knex,
  work: TakingBack,
): Promise<boolean> {
  const { importId, rowCount } = work;
  let { rowsDone } = work;
  while (rowsDone < rowCount && !work.signal.aborted) {
    const upToRowNo = rowCount - rowsDone;
    const afterRowNo = Math.max(0, upToRowNo - ROWS_AT_A_TIME);
    const done = rowCount - afterRowNo;
    await withExclusiveLock(database, async trx => {
      await writeUnderLease(trx, work.lease, { rows_done: done });
      const rows = await readImportRows(trx, {
        importId,
        results: ['created', 'updated'],
        afterRowNo,
        upToRowNo,
        limit: ROWS_AT_A_TIME,
      });
      await takeRowsBack(trx, work, rows.reverse());
    });
    rowsDone = done;
  }
  return rowsDone >= rowCount;
}

async function takeRowsBack(
  trx: Knex.Transaction,
  work: TakingBack,
  rows: readonly StoredImportRow[],
): Promise<void> {
  const { importId, config, by, mandate } = work;
  const refs = rows.flatMap(({ ref }) => ref ?? []);
  const stored = await readStoredRecords(trx, refs);
  const rights =
    mandate && (await rightsUnderMandate(trx, mandate, refs, by.today));
  const before = await readBefore(
    trx,
    importId,
    rows.map(({ rowNo }) => rowNo),
  );
  const reason = `${reasonOfImport(importId)}, taken back`;
  const affected = new Set<string>();
  const done: Parameters<typeof noteUndoneRows>[2][number][] = [];
  for (const row of rows) {
    const current = stored.get(row.ref ?? '');
    const why = whyKept(row, current, rights?.get(row.ref ?? ''));
    if (why || !current) {
      done.push({
        rowNo: row.rowNo,
        result: 'kept',
        problems: why ? [why] : [],
      });
      continue;
    }
    const previous =
      row.result === 'updated' ? before.get(row.rowNo) : undefined;
    const target = previous ? restored(current, previous) : undefined;
    for (const ref of await recordsAffectedBy(trx, [
      current.record.ref,
      ...costAffects(current.record),
      ...(target ? costAffects(target.record) : []),
    ])) {
      affected.add(ref);
    }
    if (target) {
      await writeRegisteredRecord(trx, {
        ...target,
        stored: current,
        holder: { from: by.today, by: by.actor, at: by.at },
        asOf: by.at,
      });
      await appendHistory(trx, {
        ref: current.record.ref,
        at: by.at,
        actor: by.actor,
        action: 'changed',
        changes: changesOf(current, target.record, target.metadata),
        revision: null,
        reason,
      });
    } else {
      await retireStored(trx, current, by, reason);
    }
    done.push({
      rowNo: row.rowNo,
      result: mandate ? 'undone' : null,
      problems: [],
    });
  }
  await recomputeAffected(trx, config, affected, by.at);
  await noteUndoneRows(trx, importId, done);
}

function whyKept(
  { result, writtenVersion }: StoredImportRow,
  current: StoredRecord | undefined,
  rights: ReadonlySet<string> | undefined,
): ImportProblem | undefined {
  if (!current || current.version !== writtenVersion) {
    return inputProblem(
      'row',
      'changed-since',
      'a record nobody has changed since the import; change this one yourself',
    );
  }
  const needed = result === 'created' ? 'delete' : 'update';
  return rights && !rights.has(needed)
    ? inputProblem(
        'row',
        'not-allowed',
        needed === 'delete'
          ? 'a record you may retire'
          : 'a record you may change',
      )
    : undefined;
}

/** What a record was before a row changed it. */
function restored(
  { record, namespace, name, sourceLocation }: StoredRecord,
  json: string,
): { record: CostRecord; metadata: RecordMetadata } {
  const before: {
    title: string;
    description: string | null;
    spec: object;
    datedState: string;
  } = JSON.parse(json);
  const { title, description } = before;
  return {
    record: costRecordFromRow({
      ref: record.ref,
      kind: record.kind,
      namespace,
      name,
      spec: JSON.stringify(before.spec),
      financials: null,
      dated_state: before.datedState,
    }),
    metadata: {
      namespace,
      name,
      title: title === name ? null : title,
      description,
      sourceLocation,
    },
  };
}

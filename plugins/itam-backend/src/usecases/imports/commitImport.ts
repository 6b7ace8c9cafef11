import type {
  ImportedRow,
  ImportProblem,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { withExclusiveLock } from '../../database/locks';
import {
  writeUnderLease,
  type ImportLease,
} from '../../stores/imports/importLease';
import { countImportRows } from '../../stores/imports/countImportRows';
import {
  noteCheckedRows,
  readImportRows,
  type StoredImportRow,
} from '../../stores/imports/importRows';
import { inputProblem } from '../records/inputProblems';
import {
  UncomputableRecords,
  type ChangeActor,
} from '../registration/changeRecords';
import {
  assessRows,
  readRows,
  type AssessedRow,
  type Assessment,
} from './assessRows';
import { Background } from './Background';
import { writeRows } from './writeRows';

/** Rows written in one transaction, which keeps other changes waiting. */
const ROWS_AT_A_TIME = 500;

/** Rows whose records were changed by somebody since the dry run. */
class StaleRows extends Error {
  constructor(readonly rows: readonly AssessedRow[]) {
    super('Records changed since the dry run');
    this.name = 'StaleRows';
  }
}

/** The process is to stop; what the transaction did is not kept. */
class Aborted extends Error {
  constructor() {
    super('Stopped');
    this.name = 'Aborted';
  }
}

const STOPPED =
  'Records were changed by somebody since the dry run; nothing was written. See the rows with errors';
const TAKING_BACK =
  'Records were changed by somebody since the dry run; what was written is taken back. See the rows with errors';

const CHANGED_SINCE: ImportProblem = inputProblem(
  'row',
  'changed-since',
  'a record nobody has changed since the dry run; check the import again',
);

/** What a commit works with. */
export interface Commit {
  assessment: Assessment;
  lease: ImportLease;
  by: ChangeActor;
  signal: AbortSignal;
  /** Up to so many rows are written in one transaction. */
  atomicRows: number;
  /** Rows of each of several transactions. */
  rowsAtATime?: number;
}

/** Rows to be written next, read by themselves. */
interface Batch {
  upToRowNo: number;
  rows: StoredImportRow[];
  read: ImportedRow[];
}

/**
 * Writes what the dry run said, and goes on where an interrupted commit was.
 *
 * Up to `atomicRows` rows are one transaction. More are written in many short
 * ones, so that neither the event loop nor other writers wait for long; when
 * an all-or-nothing import then meets a record that somebody changed since the
 * dry run, what was written is taken back.
 *
 * Throws LeaseLost when another process has taken the work.
 */
export async function commitImport(
  database: Knex,
  commit: Commit,
): Promise<void> {
  const { assessment, lease, signal, atomicRows } = commit;
  const { id: importId, rowCount } = assessment.stored;
  let { rowsDone } = assessment.stored;
  const { outcomes, results } = await countImportRows(database, importId);
  const wanted = (outcomes.get('create') ?? 0) + (outcomes.get('update') ?? 0);
  const written = (results.get('created') ?? 0) + (results.get('updated') ?? 0);
  const atomic = wanted <= atomicRows && written === 0;
  try {
    if (atomic) {
      await withExclusiveLock(database, async trx => {
        await writeUnderLease(trx, lease);
        for (let done = 0; done < rowCount; ) {
          done = await writeBatch(
            trx,
            commit,
            await readBatch(trx, commit, done),
          );
          if (signal.aborted) {
            throw new Aborted();
          }
        }
        await writeCommitted(trx, commit);
      });
      return;
    }
    rowsDone = await writeBatches(database, commit, done => {
      rowsDone = done;
    });
    if (rowsDone >= rowCount) {
      await writeCommitted(database, commit);
    }
  } catch (error) {
    if (error instanceof Aborted) {
      return;
    }
    if (!(error instanceof StaleRows)) {
      throw error;
    }
    const { rows } = error;
    if (assessment.stored.mode === 'skip-errors') {
      await database.transaction(async trx => {
        await writeUnderLease(trx, lease);
        await noteStale(trx, importId, rows);
      });
      await commitImport(database, {
        ...commit,
        assessment: {
          ...assessment,
          stored: { ...assessment.stored, rowsDone },
        },
      });
      return;
    }
    await database.transaction(async trx => {
      await noteStale(trx, importId, rows);
      await writeUnderLease(trx, lease, {
        state: atomic ? 'checked' : 'taking-back',
        rows_done: 0,
        message: atomic ? STOPPED : TAKING_BACK,
        lease_until: null,
      });
    });
  }
}

async function writeCommitted(
  database: Knex,
  { lease, by }: Commit,
): Promise<void> {
  await writeUnderLease(database, lease, {
    state: 'committed',
    committed_at: by.at.toISOString(),
    message: null,
    lease_until: null,
  });
}

/**
 * Writes batch after batch, each in a transaction of its own, and reads the
 * rows of the next one meanwhile; returns the row it came to.
 */
async function writeBatches(
  database: Knex,
  commit: Commit,
  note: (rowsDone: number) => void,
): Promise<number> {
  const { assessment, lease, signal } = commit;
  const { rowCount } = assessment.stored;
  let { rowsDone } = assessment.stored;
  const reading = new Background<Batch>();
  try {
    await reading.next(async () => await readBatch(database, commit, rowsDone));
    while (rowsDone < rowCount && !signal.aborted) {
      const batch = await reading.done();
      if (!batch) {
        break;
      }
      const { upToRowNo } = batch;
      await reading.next(
        async () => await readBatch(database, commit, upToRowNo),
      );
      await withExclusiveLock(database, async trx => {
        await writeUnderLease(trx, lease);
        await writeBatch(trx, commit, batch);
      });
      rowsDone = upToRowNo;
      note(rowsDone);
    }
  } finally {
    await reading.settled();
  }
  return rowsDone;
}

/** Reads the rows behind one. */
async function readBatch(
  database: Knex,
  { assessment, rowsAtATime = ROWS_AT_A_TIME }: Commit,
  rowsDone: number,
): Promise<Batch> {
  const { stored } = assessment;
  const upToRowNo = Math.min(rowsDone + rowsAtATime, stored.rowCount);
  const rows = await readImportRows(database, {
    importId: stored.id,
    outcomes: ['create', 'update'],
    results: null,
    afterRowNo: rowsDone,
    upToRowNo,
    limit: rowsAtATime,
  });
  return { upToRowNo, rows, read: await readRows(stored, rows) };
}

/** Writes the rows of a batch; returns the row it came to. */
async function writeBatch(
  trx: Knex.Transaction,
  { assessment, lease, by }: Commit,
  { upToRowNo, rows, read }: Batch,
): Promise<number> {
  const { id: importId, mode } = assessment.stored;
  const assessed = await assessRows(
    trx,
    { ...assessment, costsFollow: true },
    rows,
    read,
  );
  const stale = assessed.filter(isStale);
  if (stale.length > 0 && mode === 'all-or-nothing') {
    throw new StaleRows(stale);
  }
  await noteStale(trx, importId, stale);
  const fresh = assessed.filter(row => !isStale(row));
  await noteCheckedRows(
    trx,
    importId,
    fresh
      .filter(({ outcome }) => outcome === 'unchanged')
      .map(({ row, ...rest }) => ({ rowNo: row.rowNo, ...rest })),
  );
  try {
    await writeRows(trx, assessment.config, importId, fresh, by);
  } catch (error) {
    throw error instanceof UncomputableRecords
      ? new StaleRows(
          fresh
            .filter(({ ref }) => ref !== null && error.refs.includes(ref))
            .map(row => ({ ...row, problems: [...error.problems] })),
        )
      : error;
  }
  await writeUnderLease(trx, lease, { rows_done: upToRowNo });
  return upToRowNo;
}

/** Whether a row would do something else than what its uploader has seen. */
function isStale({ row, outcome, baseVersion }: AssessedRow): boolean {
  // Somebody has done the same in the meantime: nothing is left to do.
  return (
    outcome !== 'unchanged' &&
    (outcome !== row.outcome || baseVersion !== row.baseVersion)
  );
}

async function noteStale(
  trx: Knex.Transaction,
  importId: string,
  rows: readonly AssessedRow[],
): Promise<void> {
  await noteCheckedRows(
    trx,
    importId,
    rows.map(({ row, problems, ref, baseVersion }) => ({
      rowNo: row.rowNo,
      outcome: 'error' as const,
      problems: problems.length > 0 ? problems : [CHANGED_SINCE],
      changes: [],
      ref,
      baseVersion,
    })),
  );
}

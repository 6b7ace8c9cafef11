import type { ImportProblem } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  insertImportKeys,
  readConflictingKeys,
  readSharedKeys,
} from '../../stores/imports/importKeys';
import {
  writeUnderLease,
  type ImportLease,
} from '../../stores/imports/importLease';
import {
  noteCheckedRows,
  readImportRows,
  readRowLines,
  type CheckedRow,
} from '../../stores/imports/importRows';
import { inputProblem } from '../records/inputProblems';
import { assessRows, type Assessment, type AssessedRow } from './assessRows';
import { Background } from './Background';

/** Rows assessed at once, and written in one short transaction. */
const ROWS_AT_A_TIME = 500;
/** Rows that share a key with others, noted in one short transaction. */
const SHARING_AT_A_TIME = 200;

/**
 * The dry run: finds out of every row what it would do. Goes on where an
 * interrupted one was; writes to the import only.
 *
 * Throws LeaseLost when another process has taken the work.
 */
export async function checkImport(
  database: Knex,
  assessment: Assessment,
  lease: ImportLease,
  signal: AbortSignal,
  rowsAtATime = ROWS_AT_A_TIME,
): Promise<void> {
  const { id: importId, rowCount } = assessment.stored;
  let { rowsDone } = assessment.stored;
  // What was found is written while the next rows are looked at.
  const writing = new Background();
  try {
    while (rowsDone < rowCount && !signal.aborted) {
      const upToRowNo = Math.min(rowsDone + rowsAtATime, rowCount);
      const rows = await readImportRows(database, {
        importId,
        afterRowNo: rowsDone,
        upToRowNo,
        limit: rowsAtATime,
      });
      const assessed = await assessRows(database, assessment, rows);
      await writing.next(
        async () =>
          await database.transaction(async trx => {
            await writeUnderLease(trx, lease, { rows_done: upToRowNo });
            await noteAssessed(trx, importId, assessed);
          }),
      );
      rowsDone = upToRowNo;
    }
  } finally {
    await writing.settled();
  }
  await writing.done();
  await noteSharedKeys(database, importId, lease, signal);
  if (!signal.aborted) {
    await writeUnderLease(database, lease, {
      state: 'checked',
      lease_until: null,
    });
  }
}

/** Stores what rows would do, and what identifies them. */
export async function noteAssessed(
  trx: Knex.Transaction,
  importId: string,
  assessed: readonly AssessedRow[],
): Promise<void> {
  await noteCheckedRows(
    trx,
    importId,
    assessed.map(({ row, ...rest }) => ({ rowNo: row.rowNo, ...rest })),
  );
  await insertImportKeys(
    trx,
    importId,
    assessed.map(({ row, keys }) => ({ rowNo: row.rowNo, keys })),
  );
}

/**
 * Rows that are about the same record: all of them are wrong when they say
 * different things; when they say the same, only the first does something.
 */
async function noteSharedKeys(
  database: Knex,
  importId: string,
  lease: ImportLease,
  signal: AbortSignal,
): Promise<void> {
  let after: { key: string; rowNo: number } | undefined;
  while (!signal.aborted) {
    const shared = await readSharedKeys(
      database,
      importId,
      after,
      SHARING_AT_A_TIME,
    );
    if (shared.length === 0) {
      return;
    }
    after = shared[shared.length - 1];
    await database.transaction(async trx => {
      await writeUnderLease(trx, lease);
      await noteSharing(trx, importId, shared);
    });
  }
}

/** Notes what is wrong with rows that share keys with others. */
export async function noteSharing(
  trx: Knex.Transaction,
  importId: string,
  shared: readonly { key: string; rowNo: number; firstRowNo: number }[],
): Promise<void> {
  const conflicting = await readConflictingKeys(trx, importId, [
    ...new Set(shared.map(({ key }) => key)),
  ]);
  const rowNos = [...new Set(shared.map(({ rowNo }) => rowNo))];
  const lines = await readRowLines(trx, importId, [
    ...rowNos,
    ...shared.map(({ firstRowNo }) => firstRowNo),
    ...[...conflicting.values()],
  ]);
  const problemsOf = new Map<number, ImportProblem>();
  const repeated = new Set<number>();
  for (const { key, rowNo, firstRowNo } of shared) {
    const other = conflicting.get(key);
    if (other !== undefined) {
      const elsewhere = rowNo === firstRowNo ? other : firstRowNo;
      problemsOf.set(
        rowNo,
        inputProblem(
          'row',
          'duplicate-row',
          'one row for each record',
          `line ${lines.get(elsewhere)} about the same record, with other data`,
        ),
      );
    } else if (rowNo !== firstRowNo) {
      repeated.add(rowNo);
    }
  }
  const affected = await readImportRows(trx, {
    importId,
    rowNos: [...problemsOf.keys(), ...repeated],
    limit: rowNos.length,
  });
  await noteCheckedRows(
    trx,
    importId,
    affected.flatMap((row): CheckedRow[] => {
      const wrong = problemsOf.get(row.rowNo);
      if (wrong) {
        const others = row.problems.filter(
          ({ rule }) => rule !== 'duplicate-row',
        );
        return [
          {
            ...row,
            outcome: 'error',
            problems: [...others, wrong],
            changes: [],
          },
        ];
      }
      return row.outcome === 'error'
        ? []
        : [{ ...row, outcome: 'unchanged', changes: [] }];
    }),
  );
}

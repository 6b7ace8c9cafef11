import { setImmediate } from 'node:timers/promises';
import type { ImportProblem } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { bulkInsert } from '../../database/bulkInsert';
import { integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';
import { isPostgres } from '../../database/engine';
import type { SheetCell, SheetRow } from '../../spreadsheets/sheetRow';

/** Few enough that other work of the process gets its turn on SQLite. */
const ROWS_PER_STATEMENT = 500;

/** What the dry run says of a row. */
export const ROW_OUTCOMES = ['create', 'update', 'unchanged', 'error'] as const;

/** What the dry run says of a row. */
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** What was done with a row. */
export const ROW_RESULTS = ['created', 'updated', 'undone', 'kept'] as const;

/** What was done with a row. */
export type RowResult = (typeof ROW_RESULTS)[number];

/** A row of an import. */
export interface StoredImportRow {
  /** Position in the file, from 1, without the header. */
  rowNo: number;
  /** Line of the file it begins in, from 1. */
  line: number;
  cells: SheetCell[];
  outcome: RowOutcome | null;
  problems: ImportProblem[];
  /** Paths that change, without values. */
  changes: string[];
  ref: string | null;
  baseVersion: number | null;
  result: RowResult | null;
  writtenVersion: number | null;
}

/** What is stored of a row once it was checked. */
export interface CheckedRow {
  rowNo: number;
  outcome: RowOutcome;
  problems: readonly ImportProblem[];
  changes: readonly string[];
  ref: string | null;
  baseVersion: number | null;
}

/** What is stored of a row once it was written. */
export interface WrittenRow {
  rowNo: number;
  result: RowResult;
  writtenVersion: number | null;
  ref: string;
  /** JSON of what the record was before. */
  before: string | null;
}

interface Row {
  row_no: unknown;
  line: unknown;
  cells: string;
  outcome: string | null;
  problems: string | null;
  changes: string | null;
  ref: string | null;
  base_version: unknown;
  result: string | null;
  written_version: unknown;
}

const COLUMNS = [
  'row_no',
  'line',
  'cells',
  'outcome',
  'problems',
  'changes',
  'ref',
  'base_version',
  'result',
  'written_version',
];

const newRowTypes = {
  import_id: 'text',
  row_no: 'integer',
  line: 'integer',
  cells: 'text',
} as const;

/** Adds rows of a file, numbered from `firstRowNo` on. */
export async function insertImportRows(
  trx: Knex.Transaction,
  importId: string,
  firstRowNo: number,
  rows: readonly SheetRow[],
): Promise<void> {
  await bulkInsert(
    trx,
    'import_rows',
    newRowTypes,
    rows.map(({ line, cells }, at) => [
      importId,
      firstRowNo + at,
      line,
      JSON.stringify(cells),
    ]),
  );
}

/** Which rows of an import are asked for. */
export interface RowQuestion {
  importId: string;
  outcomes?: readonly RowOutcome[];
  /** What was done with them; null for nothing. */
  results?: readonly RowResult[] | null;
  /** Only these. */
  rowNos?: readonly number[];
  /** Only rows behind this one. */
  afterRowNo?: number;
  /** Only rows up to this one, itself included. */
  upToRowNo?: number;
  limit: number;
}

/** Rows of an import, in their order. */
export async function readImportRows(
  database: Knex,
  question: RowQuestion,
): Promise<StoredImportRow[]> {
  const { importId, outcomes, results, limit, rowNos } = question;
  const { afterRowNo, upToRowNo } = question;
  const query = database('import_rows').where('import_id', importId);
  if (outcomes) {
    query.whereIn('outcome', [...outcomes]);
  }
  if (results === null) {
    query.whereNull('result');
  } else if (results) {
    query.whereIn('result', [...results]);
  }
  if (rowNos) {
    query.whereIn('row_no', idList(database, rowNos));
  }
  if (afterRowNo !== undefined) {
    query.where('row_no', '>', afterRowNo);
  }
  if (upToRowNo !== undefined) {
    query.where('row_no', '<=', upToRowNo);
  }
  const rows: Row[] = await query
    .orderBy('row_no')
    .limit(limit)
    .select(COLUMNS);
  return rows.map(fromRow);
}

/** The lines in which rows begin, by row. */
export async function readRowLines(
  database: Knex,
  importId: string,
  rowNos: readonly number[],
): Promise<Map<number, number>> {
  const rows: { row_no: unknown; line: unknown }[] = await database(
    'import_rows',
  )
    .where('import_id', importId)
    .whereIn('row_no', idList(database, rowNos))
    .select('row_no', 'line');
  return new Map(
    rows.map(({ row_no: no, line }) => [
      integerFromRow(no),
      integerFromRow(line),
    ]),
  );
}

/** Replaces the cells of a row. */
export async function writeRowCells(
  trx: Knex.Transaction,
  importId: string,
  rowNo: number,
  cells: readonly SheetCell[],
): Promise<void> {
  await trx('import_rows')
    .where({ import_id: importId, row_no: rowNo })
    .update({ cells: JSON.stringify(cells) });
}

/** Stores what a dry run found of rows. */
export async function noteCheckedRows(
  trx: Knex.Transaction,
  importId: string,
  rows: readonly CheckedRow[],
): Promise<void> {
  await updateRows(
    trx,
    importId,
    ['outcome', 'problems', 'changes', 'ref', 'base_version'],
    rows.map(row => [
      row.rowNo,
      row.outcome,
      row.problems.length > 0 ? JSON.stringify(row.problems) : null,
      row.changes.length > 0 ? JSON.stringify(row.changes) : null,
      row.ref,
      row.baseVersion,
    ]),
  );
}

/** Stores what was written of rows. */
export async function noteWrittenRows(
  trx: Knex.Transaction,
  importId: string,
  rows: readonly WrittenRow[],
): Promise<void> {
  await updateRows(
    trx,
    importId,
    ['result', 'written_version', 'ref', 'before'],
    rows.map(row => [
      row.rowNo,
      row.result,
      row.writtenVersion,
      row.ref,
      row.before,
    ]),
  );
}

/** Stores what became of rows that were to be taken back. */
export async function noteUndoneRows(
  trx: Knex.Transaction,
  importId: string,
  rows: readonly {
    rowNo: number;
    result: RowResult | null;
    problems: readonly ImportProblem[];
  }[],
): Promise<void> {
  await updateRows(
    trx,
    importId,
    ['result', 'problems'],
    rows.map(row => [
      row.rowNo,
      row.result,
      row.problems.length > 0 ? JSON.stringify(row.problems) : null,
    ]),
  );
}

/** What records were before rows changed them, as JSON by row. */
export async function readBefore(
  database: Knex,
  importId: string,
  rowNos: readonly number[],
): Promise<Map<number, string>> {
  const rows: { row_no: unknown; before: string }[] = await database(
    'import_rows',
  )
    .where('import_id', importId)
    .whereIn('row_no', idList(database, rowNos))
    .whereNotNull('before')
    .select('row_no', 'before');
  return new Map(
    rows.map(({ row_no: no, before }) => [integerFromRow(no), before]),
  );
}

const COLUMN_TYPES: Readonly<Record<string, 'text' | 'integer'>> = {
  base_version: 'integer',
  written_version: 'integer',
};

/**
 * Values in the order of `columns`, each row's number before them. Rows that
 * are there are found by their key, whatever the planner thinks of the table;
 * line and cells only stand in and are not changed.
 */
async function updateRows(
  trx: Knex.Transaction,
  importId: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  const postgres = isPostgres(trx);
  const value = (at: number, type: string) =>
    postgres
      ? `CAST(changed.value->>${at} AS ${type})`
      : `json_extract(changed.value, '$[${at}]')`;
  const statement = `INSERT INTO import_rows (import_id, row_no, line, cells, ${columns.join(
    ', ',
  )})
     SELECT CAST(? AS text), ${value(0, 'integer')}, 0, '[]', ${columns
    .map((column, at) => value(at + 1, COLUMN_TYPES[column] ?? 'text'))
    .join(', ')}
     FROM ${
       postgres
         ? 'jsonb_array_elements(?::jsonb) AS changed(value)'
         : 'json_each(?) AS changed'
     }
     WHERE true
     ON CONFLICT (import_id, row_no) DO UPDATE SET ${columns
       .map(column => `${column} = excluded.${column}`)
       .join(', ')}`;
  for (const batch of batchesOf(rows, ROWS_PER_STATEMENT)) {
    await trx.raw(statement, [importId, JSON.stringify(batch)]);
    if (batch.length === ROWS_PER_STATEMENT) {
      await setImmediate();
    }
  }
}

function fromRow(row: Row): StoredImportRow {
  const cells: SheetCell[] = JSON.parse(row.cells);
  const problems: ImportProblem[] = JSON.parse(row.problems ?? '[]');
  const changes: string[] = JSON.parse(row.changes ?? '[]');
  return {
    rowNo: integerFromRow(row.row_no),
    line: integerFromRow(row.line),
    cells,
    outcome: ROW_OUTCOMES.find(known => known === row.outcome) ?? null,
    problems,
    changes,
    ref: row.ref,
    baseVersion: numberOrNull(row.base_version),
    result: ROW_RESULTS.find(known => known === row.result) ?? null,
    writtenVersion: numberOrNull(row.written_version),
  };
}

function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : integerFromRow(value);
}

import type {
  ImportDetail,
  ImportRowEntry,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  countRowsOfImports,
  type ImportRowCounts,
} from '../../stores/imports/countImportRows';
import type { StoredImportRow } from '../../stores/imports/importRows';
import type { StoredImport } from '../../stores/imports/storedImport';
import { columnsOf } from './importColumns';
import { cellTexts } from './readRow';

/** An import as answers have it, with how many of its rows do what. */
function renderImport(
  stored: StoredImport,
  { outcomes, results }: ImportRowCounts,
): ImportDetail {
  const { kind, fileName, headers, settings, message, committedAt } = stored;
  const { decimal, currency, statuses } = settings;
  const problems = new Map(
    columnsOf(kind, headers).problems.map(({ column, message: text }) => [
      column,
      text,
    ]),
  );
  return {
    id: stored.id,
    kind,
    fileType: stored.fileType,
    ...(fileName === null ? {} : { fileName }),
    state: stored.state,
    ...(message === null ? {} : { message }),
    mode: stored.mode,
    columns: headers.map((header, column) => {
      const field = stored.columns[column];
      const problem = problems.get(column);
      return {
        column,
        header,
        ...(field === null ? {} : { field }),
        ...(problem === undefined ? {} : { problem }),
      };
    }),
    format: {
      dateFormat: settings.dateFormat,
      ...(decimal === undefined ? {} : { decimalSeparator: decimal }),
      ...(currency === undefined ? {} : { currency }),
      blank: settings.blank,
      ...(statuses === undefined ? {} : { statuses: { ...statuses } }),
    },
    rows: stored.rowCount,
    rowsDone: stored.rowsDone,
    outcomes: {
      create: outcomes.get('create') ?? 0,
      update: outcomes.get('update') ?? 0,
      unchanged: outcomes.get('unchanged') ?? 0,
      error: outcomes.get('error') ?? 0,
    },
    results: {
      created: results.get('created') ?? 0,
      updated: results.get('updated') ?? 0,
      undone: results.get('undone') ?? 0,
      kept: results.get('kept') ?? 0,
    },
    createdBy: stored.createdBy,
    createdAt: stored.createdAt,
    updatedAt: stored.updatedAt,
    ...(committedAt === null ? {} : { committedAt }),
    version: stored.version,
  };
}

/** Imports as answers have them, in their order. */
export async function renderImports(
  knex: Knex,
  stored: readonly StoredImport[],
): Promise<ImportDetail[]> {
  const counts = await countRowsOfImports(
    knex,
    stored.map(({ id }) => id),
  );
  return stored.map(one =>
    renderImport(
      one,
      counts.get(one.id) ?? { outcomes: new Map(), results: new Map() },
    ),
  );
}

/** As {@link renderImports}, of one. */
export async function renderCountedImport(
  knex: Knex,
  stored: StoredImport,
): Promise<ImportDetail> {
  const [rendered] = await renderImports(knex, [stored]);
  return rendered;
}

/** A row of an import as answers have it. */
export function renderImportRow(
  { settings }: Pick<StoredImport, 'settings'>,
  row: StoredImportRow,
): ImportRowEntry {
  const { rowNo, line, cells, outcome, problems, changes, ref, result } = row;
  return {
    row: rowNo,
    line,
    cells: cellTexts(cells, settings),
    ...(outcome === null ? {} : { outcome }),
    problems,
    changes,
    ...(ref === null ? {} : { ref }),
    ...(result === null ? {} : { result }),
  };
}

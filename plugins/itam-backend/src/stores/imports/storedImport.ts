import {
  isItamKind,
  type ImportDateFormat,
  type ItamKind,
} from '@backstage-itam/plugin-itam-common';
import type { JsonValue } from '@backstage/types';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';

/** What an import is at. */
export const IMPORT_STATES = [
  'receiving',
  'checking',
  'checked',
  'committing',
  'committed',
  'taking-back',
  'undoing',
  'undone',
  'failed',
] as const;

/** What an import is at; in some states a worker has something to do. */
export type ImportState = (typeof IMPORT_STATES)[number];

/** Whether one bad row keeps all others from being written. */
export type ImportMode = 'all-or-nothing' | 'skip-errors';

/** How the cells of a file are to be read. */
export interface ImportSettings {
  dateFormat: ImportDateFormat;
  decimal?: 'point' | 'comma';
  currency?: string;
  blank: 'keep' | 'clear';
  /** Statuses by the words the file has for them. */
  statuses?: Readonly<Record<string, string>>;
}

/** An import as it is stored. */
export interface StoredImport {
  id: string;
  kind: ItamKind;
  fileType: 'csv' | 'tsv' | 'xlsx';
  /** As its uploader named it. */
  fileName: string | null;
  state: ImportState;
  settings: ImportSettings;
  /** As written in the file. */
  headers: string[];
  /** Id of the field of each column; null for columns that are left out. */
  columns: (string | null)[];
  rowCount: number;
  byteCount: number;
  /** Rows the present state has come to. */
  rowsDone: number;
  mode: ImportMode;
  /** Why it is not where people want it. */
  message: string | null;
  /** Ref of who uploaded it. */
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  committedAt: string | null;
  version: number;
  /** JSON of what its uploader may do. */
  mandate: string | null;
  leaseToken: number;
  failures: number;
}

/** The columns of `imports` that change. */
export interface ImportRow {
  id: string;
  kind: string;
  file_type: string;
  file_name: string | null;
  state: string;
  settings: string;
  headers: string;
  columns: string;
  row_count: unknown;
  byte_count: unknown;
  rows_done: unknown;
  mode: string | null;
  message: string | null;
  created_by: string;
  created_at: string;
  updated_at: string;
  committed_at: string | null;
  version: unknown;
  mandate: string | null;
  lease_token: unknown;
  failures: unknown;
}

/** The import with that id; undefined when there is none. */
export async function readImport(
  database: Knex,
  id: string,
): Promise<StoredImport | undefined> {
  const row: ImportRow | undefined = await database('imports')
    .where('id', id)
    .first();
  return row && importFromRow(row);
}

/** Reads a row of `imports`. */
export function importFromRow(row: ImportRow): StoredImport {
  const { kind } = row;
  const state = IMPORT_STATES.find(known => known === row.state);
  const settings: ImportSettings = JSON.parse(row.settings);
  const fileType = row.file_type;
  if (
    !isItamKind(kind) ||
    !state ||
    (fileType !== 'csv' && fileType !== 'tsv' && fileType !== 'xlsx')
  ) {
    throw new Error('A stored import cannot be read');
  }
  return {
    id: row.id,
    kind,
    fileType,
    fileName: row.file_name,
    state,
    settings,
    headers: texts(JSON.parse(row.headers)),
    columns: textsOrNull(JSON.parse(row.columns)),
    rowCount: integerFromRow(row.row_count),
    byteCount: integerFromRow(row.byte_count),
    rowsDone: integerFromRow(row.rows_done),
    mode: row.mode === 'skip-errors' ? 'skip-errors' : 'all-or-nothing',
    message: row.message,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    committedAt: row.committed_at,
    version: integerFromRow(row.version),
    mandate: row.mandate,
    leaseToken: integerFromRow(row.lease_token),
    failures: integerFromRow(row.failures),
  };
}

function texts(value: JsonValue): string[] {
  return textsOrNull(value).map(text => text ?? '');
}

function textsOrNull(value: JsonValue): (string | null)[] {
  if (!Array.isArray(value)) {
    throw new Error('A list was expected in a stored import');
  }
  return value.map(entry => (typeof entry === 'string' ? entry : null));
}

import {
  conditionHeaders,
  jsonBody,
  type RegisterRequest,
} from './registerRequest';
import type {
  ImportDetail,
  ImportFileType,
  ImportListQuery,
  ImportModeName,
  ImportPage,
  ImportReading,
  ImportRowEntry,
  ImportRowPage,
  ImportRowQuery,
  ImportUploadQuery,
} from './types';

/**
 * Importing records from a spreadsheet: upload, dry run, correction, commit,
 * undo. Everybody sees their own imports only.
 * @public
 */
export interface ItamImportsApi {
  /**
   * Uploads a file; its dry run goes on in the background. 415 when the bytes
   * are not of the type named, 413 when there are too many. The same key and
   * file again give the same import; 422 for another file.
   */
  upload(
    file: Blob | string,
    type: ImportFileType,
    how?: ImportUploadQuery,
    idempotencyKey?: string,
  ): Promise<ImportDetail>;
  /** The caller's imports, newest first. */
  list(query?: ImportListQuery): Promise<ImportPage>;
  /** How far an import is, and how many rows do what. */
  get(id: string): Promise<ImportDetail>;
  /** The rows of an import, in the order of the file. */
  listRows(id: string, query?: ImportRowQuery): Promise<ImportRowPage>;
  /**
   * Replaces the cells of a row, one for each header; the answer is the row
   * as checked again. The version of the import goes up.
   */
  correctRow(
    id: string,
    row: number,
    cells: string[],
    version: number,
  ): Promise<ImportRowEntry>;
  /** Checks again with another mapping or format. */
  checkAgain(
    id: string,
    reading: ImportReading,
    version: number,
  ): Promise<ImportDetail>;
  /** Writes what the dry run said, in the background. */
  commit(
    id: string,
    mode: ImportModeName,
    version: number,
  ): Promise<ImportDetail>;
  /** Takes back what nobody has changed since, in the background. */
  undo(id: string, version: number): Promise<ImportDetail>;
  /** Forgets the import and its file; records stay as they are. */
  forget(id: string, version: number): Promise<void>;
}

/** {@link ItamImportsApi} over HTTP. */
export function importsClient(request: RegisterRequest): ItamImportsApi {
  const path = (id: string) => `/imports/${encodeURIComponent(id)}`;
  return {
    upload: async (file, type, how = {}, idempotencyKey) =>
      (
        await request('/imports', how, {
          method: 'POST',
          body: file,
          headers: {
            'Content-Type': type,
            ...conditionHeaders({ idempotencyKey }),
          },
        })
      ).json(),
    list: async (query = {}) => (await request('/imports', query)).json(),
    get: async id => (await request(path(id))).json(),
    listRows: async (id, query = {}) =>
      (await request(`${path(id)}/rows`, query)).json(),
    correctRow: async (id, row, cells, version) =>
      (
        await request(
          `${path(id)}/rows/${row}`,
          undefined,
          jsonBody('PUT', { cells }, { version }),
        )
      ).json(),
    checkAgain: async (id, reading, version) =>
      (
        await request(
          `${path(id)}/mapping`,
          undefined,
          jsonBody('POST', reading, { version }),
        )
      ).json(),
    commit: async (id, mode, version) =>
      (
        await request(
          `${path(id)}/commit`,
          undefined,
          jsonBody('POST', { mode }, { version }),
        )
      ).json(),
    undo: async (id, version) =>
      (
        await request(
          `${path(id)}/undo`,
          undefined,
          jsonBody('POST', {}, { version }),
        )
      ).json(),
    forget: async (id, version) => {
      await request(path(id), undefined, {
        method: 'DELETE',
        headers: conditionHeaders({ version }),
      });
    },
  };
}

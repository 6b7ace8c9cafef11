import { randomUUID } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { likelyKind, type ItamKind } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { SheetRow } from '../../spreadsheets/sheetRow';
import {
  answerOnce,
  type Answer,
  type RepeatableRequest,
} from '../../stores/idempotency/answerOnce';
import { pendingAnswer } from '../../stores/idempotency/pendingAnswer';
import { deleteImport } from '../../stores/imports/deleteImport';
import { insertImportRows } from '../../stores/imports/importRows';
import {
  readImport,
  type ImportMode,
  type ImportSettings,
  type StoredImport,
} from '../../stores/imports/storedImport';
import { ImportNotFoundError } from './ownImport';
import { columnsOf } from './importColumns';
import { writeSheetCell } from './writeSheetCell';

/** Rows stored with one statement. */
const ROWS_AT_A_TIME = 1_000;
const MAX_COLUMNS = 500;

/** A file that is being uploaded, and how it is to be read. */
export interface Upload {
  rows: AsyncIterable<SheetRow>;
  fileType: StoredImport['fileType'];
  /** What the file is called, for people. */
  fileName?: string;
  /** Told by the headers when absent. */
  kind?: ItamKind;
  settings: ImportSettings;
  mapping?: Readonly<Record<string, string | null>>;
  mode: ImportMode;
  /** How many bytes of the file were read by now. */
  bytesRead: () => number;
}

/** Who uploads it, when, and what they may do. */
export interface Uploader {
  actor: string;
  at: Date;
  mandate: string;
}

/**
 * Stores the rows of a file as they arrive, to be checked next. Of a file that
 * cannot be read to its end nothing is kept.
 *
 * Throws InputError (400) for files without rows, without headers, and with
 * headers that tell no kind, and ItamValidationError (400) for a mapping that
 * does not fit.
 */
export async function receiveImport(
  knex: Knex,
  upload: Upload,
  uploader: Uploader,
): Promise<StoredImport> {
  const id = await receiveRows(knex, upload, uploader, async (_, received) => {
    await received();
    return true;
  });
  const stored = await readImport(knex, id);
  if (!stored) {
    throw new ImportNotFoundError(id);
  }
  return stored;
}

/**
 * As {@link receiveImport}, for an upload that may be sent again: one that
 * repeats another makes no second import and gets the first answer, which is
 * pending until it was rendered.
 *
 * Throws IdempotencyKeyReusedError (422) when the key came with another file.
 *
 * @param request - Asked once the file was read to its end; undefined for an
 *   upload without a key
 */
export async function receiveImportOnce(
  knex: Knex,
  upload: Upload,
  uploader: Uploader,
  request: () => RepeatableRequest | undefined,
): Promise<Answer> {
  let answer: Answer | undefined;
  await receiveRows(knex, upload, uploader, async (trx, received, id) => {
    let isFirst = false;
    answer = await answerOnce(trx, request(), async () => {
      isFirst = true;
      await received();
      return pendingAnswer(201, id);
    });
    return isFirst;
  });
  if (!answer) {
    throw new Error('An upload was received without an answer');
  }
  return answer;
}

/**
 * Stores the rows of a file, and leaves it to `accept` whether they are kept:
 * in one transaction with what it writes itself.
 */
async function receiveRows(
  knex: Knex,
  upload: Upload,
  { actor, at, mandate }: Uploader,
  accept: (
    trx: Knex.Transaction,
    received: () => Promise<void>,
    id: string,
  ) => Promise<boolean>,
): Promise<string> {
  const id = randomUUID();
  const rows = upload.rows[Symbol.asyncIterator]();
  const header = await rows.next();
  if (header.done) {
    throw new InputError('The file is empty; it needs a header and rows');
  }
  const headers = headersOf(header.value, upload.settings);
  const kind = upload.kind ?? likelyKind(headers);
  if (!kind) {
    throw new InputError(
      `The headers do not tell whether the rows are assets, licences or contracts; state the kind. Headers: ${headers.join(
        ', ',
      )}`,
    );
  }
  const { columns } = columnsOf(kind, headers, upload.mapping);
  await knex('imports').insert({
    id,
    kind,
    file_type: upload.fileType,
    file_name: upload.fileName ?? null,
    state: 'receiving',
    settings: JSON.stringify(upload.settings),
    headers: JSON.stringify(headers),
    columns: JSON.stringify(columns),
    mode: upload.mode,
    created_by: actor,
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
    mandate,
  });
  try {
    let count = 0;
    let batch: SheetRow[] = [];
    const store = async () => {
      await knex.transaction(async trx => {
        await insertImportRows(trx, id, count - batch.length + 1, batch);
      });
      batch = [];
    };
    for (;;) {
      const next = await rows.next();
      if (next.done) {
        break;
      }
      // Spreadsheets end in rows that hold nothing.
      if (next.value.cells.some(isFilled)) {
        batch.push(next.value);
        count += 1;
        if (batch.length === ROWS_AT_A_TIME) {
          await store();
        }
      }
    }
    await store();
    if (count === 0) {
      throw new InputError(
        'The file has a header and no rows; nothing is imported, and nothing is deleted',
      );
    }
    const kept = await knex.transaction(
      async trx =>
        await accept(
          trx,
          async () => {
            await trx('imports').where('id', id).update({
              state: 'checking',
              row_count: count,
              byte_count: upload.bytesRead(),
            });
          },
          id,
        ),
    );
    if (!kept) {
      await deleteImport(knex, id);
    }
  } catch (error) {
    await deleteImport(knex, id);
    throw error;
  }
  return id;
}

function headersOf(
  { cells, line }: SheetRow,
  settings: ImportSettings,
): string[] {
  const headers = cells.map(cell => writeSheetCell(cell, settings).trim());
  while (headers.at(-1) === '') {
    headers.pop();
  }
  if (headers.length === 0) {
    throw new InputError(`Line ${line} has to be the header, and is empty`);
  }
  if (headers.length > MAX_COLUMNS) {
    throw new InputError(
      `The header has ${headers.length} columns; at most ${MAX_COLUMNS} are allowed`,
    );
  }
  return headers;
}

function isFilled(cell: SheetRow['cells'][number]): boolean {
  return typeof cell !== 'string' || cell.trim() !== '';
}

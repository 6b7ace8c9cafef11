import { InputError } from '@backstage/errors';
import type {
  ImportPage,
  ImportRowPage,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  readImportRows,
  type RowOutcome,
  type RowResult,
} from '../../stores/imports/importRows';
import { listStoredImports } from '../../stores/imports/listStoredImports';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import { readRegisterSecret } from '../records/registerSecret';
import { readOwnImport } from './ownImport';
import { renderImportRow, renderImports } from './renderImport';

/**
 * The imports somebody uploaded, with how many rows of each do what, the newest
 * first.
 *
 * Throws InputError (400) for a cursor of another list.
 */
export async function listImports(
  knex: Knex,
  actor: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<ImportPage> {
  const secret = await readRegisterSecret(knex);
  const list = ['imports', actor];
  const rows = await listStoredImports(knex, actor, {
    before:
      cursor === undefined
        ? undefined
        : positionOf(readSignedCursor(list, cursor, secret)),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await renderImports(knex, shown),
    nextCursor:
      last && rows.length > limit
        ? writeSignedCursor(list, [last.createdAt, last.id], secret)
        : undefined,
  };
}

/**
 * The rows of somebody's import, in their order.
 *
 * Throws ImportNotFoundError (404), and InputError (400) for a cursor of
 * another list.
 */
export async function listImportRows(
  knex: Knex,
  actor: string,
  question: {
    id: string;
    outcome?: RowOutcome;
    result?: RowResult;
    cursor?: string;
    limit: number;
  },
): Promise<ImportRowPage> {
  const { id, outcome, result, cursor, limit } = question;
  const stored = await readOwnImport(knex, id, actor);
  const secret = await readRegisterSecret(knex);
  const list = ['import-rows', id, outcome ?? null, result ?? null];
  const rows = await readImportRows(knex, {
    importId: id,
    outcomes: outcome && [outcome],
    results: result && [result],
    afterRowNo:
      cursor === undefined
        ? undefined
        : rowNoOf(readSignedCursor(list, cursor, secret)),
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(row => renderImportRow(stored, row)),
    nextCursor:
      last && rows.length > limit
        ? writeSignedCursor(list, [last.rowNo], secret)
        : undefined,
  };
}

function positionOf([createdAt, id]: unknown[]): {
  createdAt: string;
  id: string;
} {
  if (typeof createdAt === 'string' && typeof id === 'string') {
    return { createdAt, id };
  }
  throw new InputError('The cursor does not belong to this list');
}

function rowNoOf([rowNo]: unknown[]): number {
  if (typeof rowNo === 'number') {
    return rowNo;
  }
  throw new InputError('The cursor does not belong to this list');
}

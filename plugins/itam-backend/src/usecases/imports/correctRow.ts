import { NotFoundError } from '@backstage/errors';
import {
  ItamValidationError,
  plainDateOf,
} from '@backstage-itam/plugin-itam-common';
import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { readMandate } from '../../permissions/mandate';
import {
  deleteImportKeys,
  readKeysOf,
  readRowsWithKeys,
  readSharedKeysOf,
} from '../../stores/imports/importKeys';
import { readImportRows, writeRowCells } from '../../stores/imports/importRows';
import { inputProblem } from '../records/inputProblems';
import { assessRows } from './assessRows';
import { changeOwn, type ImportChange } from './changeImport';
import { noteAssessed, noteSharing } from './checkImport';
import { requireState } from './ownImport';

/** Rows about the same record that are looked at again with one of them. */
const MAX_SHARING = 200;

/**
 * Replaces the cells of a row and checks it again, with the rows that are, or
 * were, about the same record.
 *
 * Throws ImportNotFoundError (404), NotFoundError (404) for a row there is
 * none of, ConflictError (409) unless the import was checked,
 * ItamValidationError (400) for another number of cells than there are
 * headers, and VersionMismatchError (412).
 */
export async function correctRow(
  deps: {
    knex: Knex;
    config: RegisterConfig;
    permissionsRegistry: PermissionsRegistryService;
  },
  change: ImportChange,
  rowNo: number,
  cells: readonly string[],
): Promise<void> {
  const { knex, config } = deps;
  await changeOwn(knex, change, async (trx, stored) => {
    requireState(stored, ['checked'], 'its rows are corrected');
    const importId = stored.id;
    if (cells.length !== stored.headers.length) {
      throw new ItamValidationError({
        ref: `Row ${rowNo}`,
        problems: [
          inputProblem(
            'cells',
            'ragged',
            `${stored.headers.length} cells, as the header has`,
            `${cells.length} cells`,
          ),
        ],
      });
    }
    const [row] = await readImportRows(trx, {
      importId,
      rowNos: [rowNo],
      limit: 1,
    });
    if (!row) {
      throw new NotFoundError(`Import ${importId} has no row ${rowNo}`);
    }
    const assessment = {
      stored,
      config,
      mandate: readMandate(deps, change.mandate),
      today: plainDateOf(change.at),
    };
    await writeRowCells(trx, importId, rowNo, cells);
    const [alone] = await assessRows(trx, assessment, [
      { ...row, cells: [...cells] },
    ]);
    const keys = [
      ...new Set([
        ...alone.keys,
        ...(await readKeysOf(trx, importId, [rowNo])),
      ]),
    ];
    const others = await readRowsWithKeys(trx, importId, keys, MAX_SHARING);
    const rowNos = [...new Set([rowNo, ...others])];
    await deleteImportKeys(trx, importId, rowNos);
    await noteAssessed(
      trx,
      importId,
      await assessRows(
        trx,
        assessment,
        await readImportRows(trx, { importId, rowNos, limit: rowNos.length }),
      ),
    );
    await noteSharing(
      trx,
      importId,
      await readSharedKeysOf(trx, importId, rowNos),
    );
    return {};
  });
}

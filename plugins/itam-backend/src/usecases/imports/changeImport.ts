import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { deleteImportKeys } from '../../stores/imports/importKeys';
import { countImportRows } from '../../stores/imports/countImportRows';
import type {
  ImportMode,
  ImportSettings,
  StoredImport,
} from '../../stores/imports/storedImport';
import { columnsOf } from './importColumns';
import { readOwnImport, requireState } from './ownImport';

/** A change of an import by who uploaded it. */
export interface ImportChange {
  id: string;
  actor: string;
  at: Date;
  /** JSON of what they may do now. */
  mandate: string;
  /** Throws unless the change is based on this version. */
  checkVersion: (version: number) => void;
}

/** How a file is to be read from now on; what is absent stays as it is. */
export interface ImportReading {
  mapping?: Readonly<Record<string, string | null>>;
  settings: Partial<ImportSettings>;
}

/**
 * Has an import checked again, from its first row, with another mapping or
 * format.
 *
 * Throws ImportNotFoundError (404), ConflictError (409) once it was committed,
 * ItamValidationError (400) for a mapping that does not fit, and
 * VersionMismatchError (412).
 */
export async function checkAgain(
  knex: Knex,
  change: ImportChange,
  { mapping, settings }: ImportReading,
): Promise<void> {
  await changeOwn(knex, change, async (trx, stored) => {
    requireState(stored, ['checking', 'checked'], 'it is checked again');
    const { columns } =
      mapping === undefined
        ? stored
        : columnsOf(stored.kind, stored.headers, mapping);
    await deleteImportKeys(trx, stored.id);
    return {
      state: 'checking',
      rows_done: 0,
      message: null,
      columns: JSON.stringify(columns),
      settings: JSON.stringify({ ...stored.settings, ...settings }),
    };
  });
}

/**
 * Has what the dry run said written to the register.
 *
 * Throws ImportNotFoundError (404), ConflictError (409) unless it was checked,
 * or when rows are wrong and the mode is not to skip them, and
 * VersionMismatchError (412).
 */
export async function beginCommit(
  knex: Knex,
  change: ImportChange,
  mode: ImportMode | undefined,
): Promise<void> {
  await changeOwn(knex, change, async (trx, stored) => {
    requireState(stored, ['checked'], 'it is committed');
    const wanted = mode ?? stored.mode;
    const { outcomes } = await countImportRows(trx, stored.id);
    const errors = outcomes.get('error') ?? 0;
    if (errors > 0 && wanted === 'all-or-nothing') {
      throw new ConflictError(
        `${errors} rows have errors; correct them, or commit with mode skip-errors`,
      );
    }
    return { state: 'committing', rows_done: 0, message: null, mode: wanted };
  });
}

/**
 * Has what a committed import did taken back.
 *
 * Throws ImportNotFoundError (404), ConflictError (409) unless it was
 * committed, and VersionMismatchError (412).
 */
export async function beginUndo(
  knex: Knex,
  change: ImportChange,
): Promise<void> {
  await changeOwn(knex, change, async (_trx, stored) => {
    requireState(stored, ['committed'], 'it is undone');
    return { state: 'undoing', rows_done: 0, message: null };
  });
}

/**
 * Changes an import in one transaction, as a new version. A worker that is on
 * it finds its lease outdated.
 */
export async function changeOwn(
  knex: Knex,
  { id, actor, at, mandate, checkVersion }: ImportChange,
  change: (
    trx: Knex.Transaction,
    stored: StoredImport,
  ) => Promise<Readonly<Record<string, string | number | null>>>,
): Promise<void> {
  await knex.transaction(async trx => {
    // Locks the row, so that two changes come one after the other.
    await trx('imports')
      .where({ id, created_by: actor })
      .update({ lease_token: trx.raw('lease_token + 1') });
    const stored = await readOwnImport(trx, id, actor);
    checkVersion(stored.version);
    const values = await change(trx, stored);
    await trx('imports')
      .where('id', id)
      .update({
        mandate,
        lease_until: null,
        failures: 0,
        version: stored.version + 1,
        updated_at: at.toISOString(),
        ...values,
      });
  });
}

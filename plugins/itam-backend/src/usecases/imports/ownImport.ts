import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  readImport,
  type ImportState,
  type StoredImport,
} from '../../stores/imports/storedImport';

/** No import has that id, or it is somebody else's: 404 either way. */
export class ImportNotFoundError extends NotFoundError {
  constructor(id: string) {
    super(`There is no import ${id.slice(0, 40)}`);
  }
}

/**
 * The import with that id, for who uploaded it: its rows hold what they may
 * see and write, and nobody else's permissions were asked.
 *
 * Throws ImportNotFoundError (404) for everybody else.
 */
export async function readOwnImport(
  knex: Knex,
  id: string,
  actor: string,
): Promise<StoredImport> {
  const stored = await readImport(knex, id);
  if (!stored || stored.createdBy !== actor || stored.state === 'receiving') {
    throw new ImportNotFoundError(id);
  }
  return stored;
}

/** Throws ConflictError (409) unless the import is in one of these states. */
export function requireState(
  { id, state }: Pick<StoredImport, 'id' | 'state'>,
  allowed: readonly ImportState[],
  what: string,
): void {
  if (!allowed.includes(state)) {
    throw new ConflictError(
      `Import ${id} is ${state}; ${what} when it is ${allowed.join(' or ')}`,
    );
  }
}
